"""Questions back, by code: what is asked where a word or a follow-up has several readings. Texts only."""

QUESTIONS = {
    "which_release": "Several FOIA files are loaded, and their rows may overlap. Which do you mean?",
    "which_place": "Which “{word}” do you mean?",
    "country_or_state": "Do you mean the country or the place called “{word}”?",
    "which_country": "Which country does “{word}” stand for?",
    "country_wider": "The reports do not print “{word}”. Which of these do you mean?",
    "region": "Which countries does “{word}” take in?",
    "all_of_what": "All of what?",
    "break_by": "By what?",
    "listed_or_refused": "Refusals (Section II), or entries in the list of policies (Section III)?",
    "when_of_both": "Does the time you name hold for both figures, or for the one only?",
    "where_of_both": "Does the place you name hold for both figures, or for the one only?",
    "here_or_all": "Still of what you asked before, or of everything?",
    "unanswered": "Your message before this one was not answered. Is this what you ask now?",
    "issued_without": (
        "Section I gives detainers issued by place and week only, not “{word}”. Is it this that you want?"
    ),
    "issued_that_day": "Detainers issued are counted by week, not by day. Is it this that you want?",
    "date_from": "Only on “{word}”, or from then on?",
    "which_facility": "Several places have a “{word}”. Which do you mean?",
    "report_or_day": "“{word}” is a day, and the first day of a report. Which do you mean?",
    "percent_change": "A change in percent needs an earlier and a later report. Is this what you want instead?",
    "charges": "By “{word}”, do you mean all offenses, or only those of people charged and not convicted?",
    "offense": "The reports print several offenses that “{word}” could mean. Which do you want?",
    "near": "The reports do not print “{word}”. The nearest they print is below; is that what you want?",
    "judgement": "“{word}” is a judgement the reports do not make. Which of these do you want instead?",
    "offense_class": (
        "The reports print the offense, not whether it is a felony or a misdemeanor (“{word}”). Is it one of "
        "these that you want?"
    ),
    "vague": "Which numbers do you want?",
    "which_reports": "Between which reports? I can tell what was added and what is gone in one against the one before.",
    "share_of_what": "A share of what, and among which rows?",
    "compare_what": "What should be compared with what?",
    "except_what": "In which report should it be, and in which not?",
    "figure": "Two figures could answer “{word}”. Which do you mean?",
    "repeats": "A policy stands in every report that lists it. Which count do you want?",
    "issued_and_refused": "Do you mean detainers issued, or detainers refused?",
}

"""How the app presents itself in a workspace."""

NAME = "Declined detainer desk"
DESCRIPTION = "Answers from ICE's weekly Declined Detainer Outcome Reports, each with its source and caveats"
LONG_DESCRIPTION = (
    "Ask in plain words about ICE's weekly Declined Detainer Outcome Reports: how many detainers were refused where, "
    "by whom, for what; which policies are listed; what ICE took back. Every figure is computed from the reports' rows "
    "by checked SQL and comes with how the question was read, the pages it stands on, and the caveats the reports "
    "themselves state. It tells when a new report posts, and sums it up. It answers right, or asks back, or says what "
    "the reports cannot tell."
)
COMMAND = "Ask the declined detainer reports"
USAGE = "[ask|latest|summary|subscribe|list|unsubscribe|sources|feedback|help]"
SHORTCUT = "Ask about this"
SHORTCUT_SAYS = "Put a question about this message to the reports"

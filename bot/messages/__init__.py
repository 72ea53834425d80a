"""Every sentence a person reads, one module an area, so that an editor can review them without reading code."""

"""Taking the journal elsewhere: one file per format, one registry, plain values in and out."""

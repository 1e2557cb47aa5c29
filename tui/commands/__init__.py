"""The commands of the command line: each is one file (or package) with its options and its run, and one row."""

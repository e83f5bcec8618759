"""Stories in and out: the files and feeds in which the world exchanges news."""

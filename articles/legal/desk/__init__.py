"""The legal desk in the admin: what is in force where, what waits for whom, and the forms that change it."""

"""Tests of corrections, and of what each language makes of one."""

"""boardtool: one program for the business manager of a Health and Wellbeing Board."""

__version__ = "0.1.0"

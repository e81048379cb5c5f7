"""The Performance pages: the scorecard of a board, and one metric with its chart and its table."""

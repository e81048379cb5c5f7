"""The windows: they ask the data floor and act through the services."""

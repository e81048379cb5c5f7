"""What is true of figures: which change is more than noise, how sure a rate is, and who stands out."""

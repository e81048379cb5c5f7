-- Version 7: the officer of each Better Care Fund line, and the forms that went to officers with their lines.

ALTER TABLE bcf_line ADD COLUMN officer TEXT NOT NULL DEFAULT '';

CREATE TABLE bcf_sent_form (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    return_id INTEGER NOT NULL REFERENCES bcf_return (id) ON DELETE CASCADE,
    officer TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    due_back TEXT NOT NULL,
    file_name TEXT NOT NULL,
    digest TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE INDEX bcf_sent_form_digest ON bcf_sent_form (digest);

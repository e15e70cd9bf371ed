// Package store keeps plans on disk: every revision of them, the versions
// that were frozen, keys, contacts, settings and the files of the dossier.
//
// # The promise
//
// What was called saved stays, even if the program is killed, the power
// fails, the disk is full, or any one file below is destroyed. And a store
// that held something never starts empty without a word.
//
// # Files in the directory of a store
//
//	plans.db        the database (bbolt); every value is sealed with a checksum
//	journal-N       lines, one a transaction, from number N on; written and
//	                flushed before the transaction reaches the database
//	snap-N          everything there was after transaction N, with a hash
//	days/           the state of each of the last fourteen days, in pieces
//	vault           what opens a store with a passphrase; vault.copy is the same
//	clean           how the database was when the last session ended well
//	lock            who has the store open; never renamed
//	files/ab/HASH   files of the dossier, named after their SHA-256
//	files.seen      how those lay there when they were last known to be whole
//	copies/         backups made before a change of format and before a restore
//	damaged-*       what could not be read and was set aside, never deleted
//
// The database can be rebuilt from a snapshot and the journal that follows
// it, and a snapshot and a journal can be made anew from the database. That
// is what makes the loss of any one of them harmless. Two snapshots stay, with
// the journal from the older of the two on.
//
// # How a store is opened
//
// Where the mark of a good end fits, the beginning, the head and the end of the
// journal are enough, and [Store.Check] reads the rest beside the work. Else a
// process of its own reads everything first: whoever reads a damaged database
// may fault or go round for ever. The bytes of a plan take the form in which
// they go to disk, and come out of it, in one place only (box.go).
//
// # Behind a passphrase
//
// Where a person wants it, keys and values of the database, journal, snapshots,
// days, files, copies and emergency files are locked with a random data key
// (cipher.go), which stands in the vault only, locked by the passphrase and by
// the code of a recovery sheet (vault.go). Checksums are over what is on disk,
// so that a store is checked, repaired and copied without the key; the process
// that checks never has it. Putting a passphrase there, taking it away and
// erasing write everything anew and remove the old files (turn.go).
//
// # How a change is saved
//
// [Store.Update] gathers what a transaction puts and deletes, writes it as
// one line to the journal, flushes that, and only then commits it to the
// database: three flushes in all. A transaction without its line cannot
// exist; a line without its transaction is done again at the next [Open].
//
// One goroutine does all of it (owner.go). After a failed write the store refuses everything with a [*FailedError] and
// does not touch the database again, since what a database does after a
// failed flush is anybody's guess. The caller keeps the text, writes it with
// [Emergency] and asks for a restart.
//
// # What a body is
//
// Each revision of a plan has its whole document, but most differ from
// another by one text. A body is therefore the deflated document, or the
// difference from an earlier one that is kept whole. Summaries are apart from
// bodies and hand-encoded, so that a list never reads a plan.
package store

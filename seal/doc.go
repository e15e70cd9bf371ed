// Package seal makes identities, signs PDFs with them, and judges signatures.
//
// # What a seal proves
//
// A signature says three things: these bytes are exactly the bytes that were
// signed; they were signed with the key that belongs to this certificate; and
// whoever has that key wanted to sign. [Verify] checks the first two without a
// network, strictly: one changed byte and the file does not verify.
//
// # What it does not prove
//
// It does not prove who holds the key. An identity is made by its owner, on
// their own computer, with the name they typed; nobody vouches for it. That a
// key is really Noor's is known only after comparing the fingerprint with Noor
// by another way, which is what the six [Words] are for, or when a board's own
// authority issued the certificate. Until then the status is [Untrusted]: not
// wrong, but not known.
//
// It does not prove when: the time is what the signer's clock said, unless an
// authority's time-stamp came with it ([Options]). It is not
// a qualified signature in the sense of the eIDAS regulation. And a file cut
// back to an earlier revision is a good file of that moment: the report lists
// the fields that are still empty.
//
// # Signing in turn
//
// A file for signing is made with empty signature fields. [Sign] fills one and
// writes its change behind the file, so all earlier bytes, and with them all
// earlier signatures, stay as they were. A later revision may fill one more
// field and nothing else; whatever else it does turns the signatures before it
// to [Changed]. Where signing software of others adds its usual traces while
// it signs, the status is [Foreign]: intact as far as can be judged, to be
// looked at in an ordinary PDF reader.
//
// Two copies of one file that different people signed cannot become one file;
// [Compare] recognises them. What a file is worth, in one sentence, is
// [Report.Verdict].
//
// # Whose key it is
//
// [Contacts] keep people's keys: pinned when first seen, trusted once the words
// were compared, never silently replaced. A key made with [Identity.Renew]
// carries the word of the key before it and is followed.
//
// The format is PAdES baseline B-B (ETSI EN 319 142-1), with RSA PKCS #1 v1.5
// and SHA-256 or deterministic ECDSA: the same file, key and time give the
// same bytes.
//
// The package knows nothing of plans and draws nothing: how a signature looks
// on the page is given to it.
package seal

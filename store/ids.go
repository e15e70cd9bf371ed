package store

import (
	"encoding/base32"
	"encoding/binary"
	"io"
)

// crockford leaves out i, l, o and u, which are misread.
var crockford = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// NewID returns a new id for a plan or an item: 26 characters, of which a
// counter of 48 bits makes the first part and 80 random bits the rest. Ids
// sort in the order they were given out. The counter is kept with the next
// transaction; an id that was given out before a crash and never stored may
// share its counter with a later one, and differs in the rest.
//
// It panics when the source of random numbers fails.
func (s *Store) NewID() string {
	var b [16]byte
	binary.BigEndian.PutUint64(b[0:], s.ids.Add(1)<<16)
	s.idLock.Lock()
	defer s.idLock.Unlock()
	if _, err := io.ReadFull(s.opt.Rand, b[6:]); err != nil {
		panic("store: no random numbers: " + err.Error())
	}
	return crockford.EncodeToString(b[:])
}

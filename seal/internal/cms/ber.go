package cms

// definite re-encodes a signature with indefinite lengths, as NSS and others
// write it (BER), with definite ones (DER); other input it returns as it is.
func definite(b []byte) ([]byte, error) {
	if len(b) < 2 || b[0] != 0x30 || b[1] != 0x80 {
		return b, nil
	}
	der, rest, err := value(b, 0)
	if err != nil {
		return nil, err
	}
	return append(der, rest...), nil
}

// value re-encodes one value and returns what follows it.
func value(b []byte, depth int) (out, rest []byte, err error) {
	const multiByteTag, constructed = 0x1f, 0x20
	if len(b) < 2 || depth > 32 || b[0]&multiByteTag == multiByteTag {
		return nil, nil, malformed("ber")
	}
	tag, l, h := b[0], int(b[1]), 2
	indefinite := l == 0x80
	if l > 0x80 {
		n := l & 0x7f
		if n > 4 || len(b) < 2+n {
			return nil, nil, malformed("ber length")
		}
		l = 0
		for _, c := range b[2 : 2+n] {
			l = l<<8 | int(c)
		}
		h += n
	}
	if indefinite && tag&constructed == 0 || !indefinite && l > len(b)-h {
		return nil, nil, malformed("ber length")
	}
	body := b[h:]
	if !indefinite {
		body, rest = b[h:h+l], b[h+l:]
	}
	if tag&constructed != 0 {
		var in []byte
		for {
			if indefinite && len(body) >= 2 && body[0] == 0 && body[1] == 0 {
				rest = body[2:]
				break
			}
			if !indefinite && len(body) == 0 {
				break
			}
			var e []byte
			if e, body, err = value(body, depth+1); err != nil {
				return nil, nil, err
			}
			in = append(in, e...)
		}
		body = in
	}
	return append(length([]byte{tag}, len(body)), body...), rest, nil
}

// length appends a DER length.
func length(b []byte, n int) []byte {
	if n < 128 {
		return append(b, byte(n))
	}
	var l []byte
	for ; n > 0; n >>= 8 {
		l = append([]byte{byte(n)}, l...)
	}
	return append(append(b, 0x80|byte(len(l))), l...)
}

package pdf

// What nearly all of our own files is made of, passed over in one step each. It
// takes what the rest of the skimmer takes, and less; what it does not take is
// left to the rest.

// head passes over "n g obj".
func (k *skimmer) head(e *entry) bool {
	const usual = " 0 obj\n"
	start := k.p
	if n, w := k.digits(); w > 0 && n == int(e.n) && e.gen == 0 && k.p+len(usual) < len(k.b) && string(k.b[k.p:k.p+len(usual)]) == usual {
		k.p += len(usual)
		return true
	}
	k.p = start
	n, ok1 := k.natural()
	g, ok2 := k.natural()
	return ok1 && ok2 && n == int(e.n) && g == int(e.gen) && k.expect("obj")
}

// tail passes over "endobj".
func (k *skimmer) tail() bool {
	const usual = "\nendobj"
	if k.p+len(usual) <= len(k.b) && string(k.b[k.p:k.p+len(usual)]) == usual {
		k.p += len(usual)
		return true
	}
	return k.expect("endobj")
}

// element passes over the rest of a dictionary that has some of the keys of a
// structure element, in the order in which they are nearly always written: so
// none of them is there twice. There are more of these than of all else. false
// leaves k where it was.
func (k *skimmer) element() bool {
	b, start, ahead := k.b, k.p, len(*k.ahead)
	for last := 0; k.p+3 < len(b); {
		if b[k.p] == '>' && b[k.p+1] == '>' {
			k.p += len(">>")
			return true
		}
		if b[k.p] != '/' {
			break
		}
		place, w := 0, 2
		switch b[k.p+1] {
		case 'S':
			place = 1
		case 'P':
			if place = 2; b[k.p+2] == 'g' {
				place, w = 3, 3
			}
		case 'K':
			place = 4
		case 'A':
			place = 5
		}
		if place <= last || kinds[b[k.p+w]]&ends == 0 {
			break
		}
		last = place
		if k.p += w; !k.usual(1) {
			if k.space(); !k.value(1) {
				break
			}
		}
	}
	k.p, k.keys, *k.ahead = start, k.keys[:0], (*k.ahead)[:ahead]
	return false
}

// usual passes over the values that are nearly all of what there is, a whole
// number or a reference behind at most one space, as value does; false leaves
// k where it was.
func (k *skimmer) usual(depth int) bool {
	b, p := k.b, k.p
	if p < len(b) && b[p] == ' ' {
		p++
	}
	from, n := p, 0
	for p < len(b) && b[p]-'0' <= 9 {
		n = n*10 + int(b[p]-'0')
		p++
	}
	const tail = " 0 R"
	if w := p - from; w == 0 || w > 7 || len(b)-p <= len(tail) || n > MaxNumber || depth > MaxDepth {
		return false
	}
	switch {
	case string(b[p:p+len(tail)]) == tail && kinds[b[p+len(tail)]]&ends != 0:
		if n >= k.from {
			if len(*k.ahead) >= maxAhead {
				return false
			}
			*k.ahead = append(*k.ahead, n)
		}
		k.p = p + len(tail)
		return true
	case b[p] == '/' || b[p] == '>' || b[p] == ']':
		k.p = p
		return true
	}
	return false
}

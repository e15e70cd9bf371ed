package continuum

// Nearest returns the name in known that somebody may have meant by word, or
// "" where none is near. At most half of the word, and at most two letters,
// may differ.
func Nearest(word string, known []string) string {
	best, limit := "", min(2, max(1, (len(word)+1)/2))+1
	for _, k := range known {
		if d := distance(word, k, limit); d < limit {
			best, limit = k, d
		}
	}
	return best
}

// distance is the number of letters to change, insert or drop between a and
// b, or limit where it is that or more.
func distance(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last, lowest := row[0], i+1
		row[0] = i + 1
		for j := range len(b) {
			cost := last
			if a[i] != b[j] {
				cost = 1 + min(last, row[j], row[j+1])
			}
			last, row[j+1] = row[j+1], cost
			lowest = min(lowest, cost)
		}
		if lowest >= limit {
			return limit
		}
	}
	return row[len(b)]
}

package continuum

import (
	"errors"
	"strconv"
	"strings"
)

// errNumber is why a number of a pack cannot be read.
var errNumber = errors.New("not a number in the steps that are possible here")

// UnmarshalText reads a decimal number such as 2, 0.5 or 1.25. Anything that
// is no whole number of quarters is refused.
func (q *Quarters) UnmarshalText(text []byte) error {
	n, err := parseFixed(string(text), 2)
	if err != nil {
		return err
	}
	if n%25 != 0 {
		return errNumber
	}
	*q = Quarters(n / 25)
	return nil
}

// MarshalText writes the number with the decimals it needs, such as 0.5.
func (q Quarters) MarshalText() ([]byte, error) {
	return formatFixed(int64(q)*25, 2), nil
}

// String is the number with the decimals it needs and a decimal point.
func (q Quarters) String() string { return string(formatFixed(int64(q)*25, 2)) }

// UnmarshalText reads a decimal number with at most four decimals.
func (d *Decimal) UnmarshalText(text []byte) error {
	n, err := parseFixed(string(text), 4)
	if err != nil {
		return err
	}
	*d = Decimal(n)
	return nil
}

// MarshalText writes the number with the decimals it needs, such as 512.5.
func (d Decimal) MarshalText() ([]byte, error) { return formatFixed(int64(d), 4), nil }

// String is the number with the decimals it needs and a decimal point.
func (d Decimal) String() string { return string(formatFixed(int64(d), 4)) }

// parseFixed reads digits with an optional sign and at most places decimals
// and returns the number times 10^places. It never goes through a float.
func parseFixed(s string, places int) (int64, error) {
	rest, negative := strings.CutPrefix(s, "-")
	whole, fraction, dotted := strings.Cut(rest, ".")
	digits := whole + fraction
	if whole == "" || dotted && fraction == "" || len(fraction) > places || len(digits) > 12 {
		return 0, errNumber
	}
	for _, c := range digits {
		if c < '0' || c > '9' {
			return 0, errNumber
		}
	}
	n, err := strconv.ParseInt(digits+strings.Repeat("0", places-len(fraction)), 10, 64)
	if err != nil {
		return 0, errNumber
	}
	if negative {
		n = -n
	}
	return n, nil
}

// formatFixed is the reverse of parseFixed, without needless zeros.
func formatFixed(n int64, places int) []byte {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	digits := strconv.FormatInt(n, 10)
	if missing := places + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	whole, fraction := digits[:len(digits)-places], digits[len(digits)-places:]
	fraction = strings.TrimRight(fraction, "0")
	if fraction != "" {
		fraction = "." + fraction
	}
	return []byte(sign + whole + fraction)
}

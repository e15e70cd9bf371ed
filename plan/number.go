package plan

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Quarters is a number of hours in quarter hours: 6 is an hour and a half.
type Quarters int

// Cents is an amount of money.
type Cents int

// Share4 is a share of a full-time job in ten-thousandths: 8000 is 0.8. It
// stands in a document as text with four decimals.
type Share4 int

// Decimal is any other number, in ten-thousandths.
type Decimal int64

const unit4 = 10_000

// String returns the hours as a decimal number: 1.5.
func (q Quarters) String() string { return Decimal(q * unit4 / 4).String() }

// String returns the share with four decimals: 0.8000.
func (s Share4) String() string {
	return fmt.Sprintf("%d.%04d", s/unit4, s%unit4)
}

// String returns the number with as many decimals as it needs.
func (d Decimal) String() string {
	sign, n := "", d
	if n < 0 {
		sign, n = "-", -n
	}
	s := fmt.Sprintf("%s%d", sign, n/unit4)
	if f := n % unit4; f != 0 {
		s += "." + strings.TrimRight(fmt.Sprintf("%04d", f), "0")
	}
	return s
}

// MarshalJSON writes a decimal number.
func (q Quarters) MarshalJSON() ([]byte, error) { return []byte(q.String()), nil }

// MarshalJSON writes text with four decimals.
func (s Share4) MarshalJSON() ([]byte, error) { return []byte(`"` + s.String() + `"`), nil }

// MarshalJSON writes a decimal number.
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(d.String()), nil }

func (q Quarters) tree() any { return json.Number(q.String()) }
func (c Cents) tree() any    { return json.Number(strconv.Itoa(int(c))) }
func (s Share4) tree() any   { return s.String() }
func (d Decimal) tree() any  { return json.Number(d.String()) }

func (q *Quarters) fromTree(v any) string {
	d, ok := decimal(v)
	switch {
	case !ok:
		return CodeNumber
	case d < 0 || d > 100_000*unit4:
		return CodeRange
	case d*4%unit4 != 0:
		return CodeStep
	}
	*q = Quarters(d * 4 / unit4)
	return ""
}

func (c *Cents) fromTree(v any) string {
	d, ok := decimal(v)
	switch {
	case !ok || d%unit4 != 0:
		return CodeNumber
	case d < 0 || d > 10_000_000_000*unit4:
		return CodeRange
	}
	*c = Cents(d / unit4)
	return ""
}

func (s *Share4) fromTree(v any) string {
	d, ok := decimal(v)
	if t, isText := v.(string); isText {
		d, ok = decimal(json.Number(t))
	}
	switch {
	case !ok:
		return CodeNumber
	case d < 0 || d > 2*unit4:
		return CodeRange
	}
	*s = Share4(d)
	return ""
}

func (d *Decimal) fromTree(v any) string {
	n, ok := decimal(v)
	if !ok {
		return CodeNumber
	}
	*d = n
	return ""
}

// decimal reads a plain decimal number with at most four decimals.
func decimal(v any) (Decimal, bool) {
	n, ok := v.(json.Number)
	if !ok {
		return 0, false
	}
	s := string(n)
	neg := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(s, "-")
	whole, part, _ := strings.Cut(s, ".")
	part = strings.TrimRight(part, "0")
	if whole == "" || len(whole) > 12 || len(part) > 4 {
		return 0, false
	}
	i, err := strconv.ParseUint(whole, 10, 63)
	if err != nil {
		return 0, false
	}
	f := uint64(0)
	if part != "" {
		if f, err = strconv.ParseUint((part + "0000")[:4], 10, 63); err != nil {
			return 0, false
		}
	}
	d := Decimal(i*unit4 + f)
	if neg {
		d = -d
	}
	return d, true
}

// mulDiv multiplies all factors, divides by d and rounds a half up, without
// overflow on the way.
func mulDiv(d int64, factors ...int64) int64 {
	n := big.NewInt(2)
	for _, f := range factors {
		n.Mul(n, big.NewInt(f))
	}
	// floor(n/d + 1/2) is floor((2n+d) / 2d); Div rounds down for d > 0.
	n.Add(n, big.NewInt(d))
	return n.Div(n, big.NewInt(0).Mul(big.NewInt(d), big.NewInt(2))).Int64()
}

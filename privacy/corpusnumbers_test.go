package privacy_test

import "fmt"

// citizens are Dutch citizen numbers: nine digits that pass the 11-test, each
// in four spellings.
func citizens(d *dice) (out []planted) {
	for range 10 {
		var n [9]int
		for {
			sum := 0
			for i := range 8 {
				n[i] = d.throw(10)
				sum += n[i] * (9 - i)
			}
			if n[8] = sum % 11; n[8] < 10 && n[0] > 0 {
				break
			}
		}
		s := ""
		for _, c := range n {
			s += fmt.Sprint(c)
		}
		for _, spelling := range []string{s, s[:3] + " " + s[3:6] + " " + s[6:], s[:4] + "." + s[4:6] + "." + s[6:], s[:3] + "-" + s[3:6] + "-" + s[6:]} {
			out = append(out, planted{"citizen", around(d, spelling, "Op het formulier staat _.", "bsn _", "BSN: _ (nagekeken)",
				"Dossier _ is compleet", "_", "Het nummer van het kind is _, vul dat in.", "De toets van _ lag er nog", "zie map /_/ op de schijf")})
		}
	}
	return out
}

// registers are Belgian register numbers: a date of birth, a number of the
// day, and what is left of them by 97; a 2 stands before the nine digits of
// whoever was born after 1999. Two of the ten are of people without a
// residence, whose month is 20 or 40 higher.
func registers(d *dice) (out []planted) {
	for i := range 10 {
		year, month, day := d.throw(100), 1+d.throw(12), 1+d.throw(28)
		after := year < 26
		if i == 4 || i == 7 {
			month += 20 * (1 + i%2)
		}
		number := 1 + d.throw(997)
		whole := ((year*100+month)*100+day)*1000 + number
		rest := whole
		if after {
			rest += 2_000_000_000
		}
		check := 97 - rest%97
		yy, mm, dd, nr, cc := fmt.Sprintf("%02d", year), fmt.Sprintf("%02d", month), fmt.Sprintf("%02d", day), fmt.Sprintf("%03d", number), fmt.Sprintf("%02d", check)
		for _, spelling := range []string{yy + mm + dd + nr + cc, yy + "." + mm + "." + dd + "-" + nr + "." + cc,
			yy + " " + mm + " " + dd + " " + nr + " " + cc, yy + mm + dd + "-" + nr + "-" + cc} {
			out = append(out, planted{"register", around(d, spelling, "Rijksregisternummer _", "INSZ _ op het attest", "_",
				"Het kind met _ stapt over.", "(_)", "zijn nummer: _.")})
		}
	}
	return out
}

func addresses(d *dice) (out []planted) {
	for _, a := range []string{"sem@voorbeeld.nl", "noor.bakker@leerling.voorbeeld-school.nl", "m.el-amrani+school@mail.voorbeeld.be",
		"Lotte_2015@voorbeeld.com", "j.p.de.vries@po.voorbeeld.org", "ouders.van.wout@voorbeeld.vlaanderen", "12345@edu.voorbeeld.nl", "zoë@voorbeeld.nl"} {
		out = append(out, planted{"email", around(d, a, "Mail naar _.", "Vraag het aan _, die weet het", "<_>")},
			planted{"email", around(d, a, "mailto:_", "Zijn moeder: _ of bellen", "_")})
	}
	for _, a := range []string{"sem (at) voorbeeld.nl", "sem[at]voorbeeld.nl", "sem @ voorbeeld.nl"} {
		out = append(out, planted{"email", around(d, a, "Mail naar _", "Zijn adres is _.")})
	}
	return out
}

func telephones(d *dice) (out []planted) {
	for _, n := range []string{
		"06-12345678", "06 12 34 56 78", "0612345678", "06 1234 5678", "+31 6 12345678", "+31612345678", "0031 6 12 34 56 78", "+31 (0)6 12 34 56 78",
		"020-1234567", "020 123 45 67", "(020) 123 45 67", "0201234567", "0512-123456", "0512 12 34 56", "+31 20 123 4567", "+31 (0)512 123 456",
		"0470 12 34 56", "0470/12.34.56", "0470/123.456", "0470123456", "+32 470 12 34 56", "+32470123456", "0032 470 12 34 56", "0499-12-34-56",
		"02 123 45 67", "02/123.45.67", "03 123 45 67", "09 123 45 67", "011 12 34 56", "050/12.34.56", "+32 2 123 45 67", "+32 (0)11 12 34 56",
	} {
		out = append(out, planted{"phone", around(d, n, "Bel _ als er iets is.", "tel. _", "Moeder: _", "_", "Te bereiken op _, na vier uur", "T: _; niet mailen")})
	}
	return out
}

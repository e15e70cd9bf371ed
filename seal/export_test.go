package seal

import "bekwaam/pdf"

// Forge signs field without looking whether the file is in order, and does
// more in the same revision.
func Forge(file []byte, field string, id Identity, opt Options, more func(f *pdf.File, u *pdf.Update)) ([]byte, error) {
	f, err := pdf.Open(file)
	if err != nil {
		return nil, err
	}
	fields, err := sigFields(f, len(f.Secs)-1)
	if err != nil {
		return nil, err
	}
	u, err := f.NewUpdate()
	if err != nil {
		return nil, err
	}
	more(f, u)
	for _, x := range fields {
		if x.name == field {
			return write(u, x, id, opt)
		}
	}
	return nil, ErrNoField
}

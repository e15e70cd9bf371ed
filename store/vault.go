package store

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"

	"filippo.io/age"
	"filippo.io/age/armor"
	"golang.org/x/text/unicode/norm"
)

// The vault is a small file of text that holds the data key twice, locked by
// the passphrase and by the code of the recovery sheet:
//
//	bekwaam/vault 1
//	key ID                          eight hexadecimal digits
//	-----BEGIN AGE ENCRYPTED FILE-----
//	…                               to the passphrase (scrypt)
//	-----END AGE ENCRYPTED FILE-----
//	-----BEGIN AGE ENCRYPTED FILE-----
//	…                               to the key on the recovery sheet (X25519)
//	-----END AGE ENCRYPTED FILE-----
//	sum CHECKSUM                    CRC-32C of every byte before this line
//
// Without it nothing opens, so it stands beside the data twice, and in front
// of every backup. A new passphrase changes nothing else.
const (
	vaultName  = "vault"
	vaultTwin  = "vault.copy"
	vaultMagic = "bekwaam/vault "
	vaultForm  = 1
	maxVault   = 8 << 10
)

// vaultWork is the power of two that trying a passphrase costs: a second and
// 256 MB. One that asks for more is not tried.
const vaultWork = 18

// ShortPassphrase is how many characters a passphrase must have.
const ShortPassphrase = 10

var (
	// ErrLocked is returned for a store, or a backup, that has a passphrase
	// where none was given.
	ErrLocked = errors.New("store needs its passphrase")
	// ErrPassphrase is returned for a wrong passphrase.
	ErrPassphrase = errors.New("wrong passphrase")
	// ErrCode is returned for the code of a recovery sheet that is of another
	// store, or has a slip of the pen in it.
	ErrCode = errors.New("wrong code of a recovery sheet")
	// ErrShort is returned for a new passphrase that anybody could guess.
	ErrShort = errors.New("passphrase is too short")
	// ErrNoVault is returned where the files of a store are locked and what
	// opens them is gone or belongs to other files. Nothing was changed.
	ErrNoVault = errors.New("what opens the store is missing")
)

type vault struct {
	id         uint32
	pass, code []byte // age, armored
}

func (v vault) bytes() []byte {
	out := fmt.Appendf(nil, "%s%d\nkey %08x\n%s%s", vaultMagic, vaultForm, v.id, v.pass, v.code)
	return fmt.Appendf(out, "sum %08x\n", crc32.Checksum(out, castagnoli))
}

// readVault reads a vault and nothing after it.
func readVault(r io.Reader) (vault, error) {
	var all []byte
	one := make([]byte, 1)
	for !bytes.HasSuffix(all, []byte("\n")) || !bytes.HasPrefix(all[bytes.LastIndexByte(all[:len(all)-1], '\n')+1:], []byte("sum ")) {
		if len(all) > maxVault {
			return vault{}, ErrNoVault
		}
		if _, err := io.ReadFull(r, one); err != nil {
			return vault{}, fmt.Errorf("%w: %w", ErrNoVault, err)
		}
		all = append(all, one[0])
	}
	text := string(all)
	var form int
	if _, err := fmt.Sscanf(text, vaultMagic+"%d\n", &form); err != nil {
		return vault{}, ErrNoVault
	}
	if form > vaultForm {
		return vault{}, ErrNewer
	}
	var v vault
	head, rest, _ := strings.Cut(text, armor.Header)
	if _, err := fmt.Sscanf(head, vaultMagic+"1\nkey %x\n", &v.id); err != nil {
		return vault{}, ErrNoVault
	}
	pass, code, _ := strings.Cut(rest, armor.Footer+"\n")
	code, _, _ = strings.Cut(code, "sum ")
	v.pass, v.code = []byte(armor.Header+pass+armor.Footer+"\n"), []byte(code)
	if string(v.bytes()) != text {
		return vault{}, ErrNoVault
	}
	return v, nil
}

// vaultsIn returns the vaults in dir that hold; there reports whether there is
// any, whole or not.
func vaultsIn(dir string) (out []vault, there bool, err error) {
	for _, name := range []string{vaultName, vaultTwin} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, true, err
		}
		there = true
		v, err := readVault(bytes.NewReader(data))
		if errors.Is(err, ErrNewer) {
			return nil, true, ErrNewer
		}
		if err == nil {
			out = append(out, v)
		}
	}
	return out, there, nil
}

func (v vault) write(dir string) error {
	for _, name := range []string{vaultName, vaultTwin} {
		err := writeAside(filepath.Join(dir, name), func(w io.Writer) error {
			_, err := w.Write(v.bytes())
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// open returns the data key for a passphrase or the code of a recovery sheet,
// and which of the two it was.
func (v vault) open(secret string) (k *dataKey, byCode bool, err error) {
	var who age.Identity
	block, wrong := v.pass, ErrPassphrase
	if code, is := asCode(secret); is {
		if who, err = age.ParseX25519Identity(code); err != nil {
			return nil, true, ErrCode
		}
		block, byCode, wrong = v.code, true, ErrCode
	} else {
		from, err := age.NewScryptIdentity(phrase(secret))
		if err != nil {
			return nil, false, ErrPassphrase
		}
		from.SetMaxWorkFactor(vaultWork)
		who = from
	}
	r, err := age.Decrypt(armor.NewReader(bytes.NewReader(block)), who)
	if errors.As(err, new(*age.NoIdentityMatchError)) {
		return nil, byCode, wrong
	}
	if err != nil {
		return nil, byCode, fmt.Errorf("%w: %w", ErrNoVault, err)
	}
	raw, err := io.ReadAll(io.LimitReader(r, 64))
	if err == nil {
		k, err = newDataKey(raw)
	}
	if err != nil || k.id != v.id {
		return nil, byCode, ErrNoVault
	}
	return k, byCode, nil
}

// phrase is a passphrase whatever keyboard it was typed on.
func phrase(s string) string { return norm.NFC.String(strings.TrimSpace(s)) }

// lockPass locks the data key with a passphrase. work is the power of two that
// it costs, 0 the usual one.
func (v *vault) lockPass(k *dataKey, passphrase string, work int) error {
	passphrase = phrase(passphrase)
	if len([]rune(passphrase)) < ShortPassphrase {
		return ErrShort
	}
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return err
	}
	if work <= 0 || work > vaultWork {
		work = vaultWork
	}
	to.SetWorkFactor(work)
	v.pass, err = k.lockFor(to)
	return err
}

// lockCode locks the data key with the code of a recovery sheet.
func (v *vault) lockCode(k *dataKey, code string) error {
	text, _ := asCode(code)
	who, err := age.ParseX25519Identity(text)
	if err != nil {
		return ErrCode
	}
	v.code, err = k.lockFor(who.Recipient())
	return err
}

func (k *dataKey) lockFor(to age.Recipient) ([]byte, error) {
	var b bytes.Buffer
	a := armor.NewWriter(&b)
	w, err := age.Encrypt(a, to)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(k.hidden().raw)
	err = errors.Join(err, w.Close(), a.Close())
	return b.Bytes(), err
}

// Package privacy finds in a text what should not leave a teacher's computer
// without a second look: the number, address, telephone or name of a pupil,
// and words about somebody's health. It knows no plan and no screen; it only
// points out, and never changes or refuses a text.
package privacy

// Package plan is a teacher's yearly professional-development plan as a
// value, and every act on it.
//
// A [Plan] is read with [Read], written with [WriteJSON] and [WriteYAML], and
// changed only by functions of this package. Each of those takes a plan and
// returns a [Change]: a new plan and the [Act] that made it. The plan handed
// in is never touched, so older plans may be kept, compared and brought back.
//
// Every rule stands here once and is pure: the package has no clock, no disk,
// no random numbers and no terminal. Dates, instants and new ids are handed
// in. What cannot be done comes back as an [*Error] with a code, an item and
// a field; the sentence a person reads is made elsewhere.
//
// # Who may see what
//
// Each field carries its audience in a struct tag `see`: board, coach or,
// where there is none, only the teacher. [For] is the one function that drops
// what an audience may not see. A field that nobody tagged stays private.
//
// # Numbers
//
// Hours are quarter hours, money is cents, a share of a job and every other
// decimal are ten-thousandths. There is no floating point in this package.
package plan

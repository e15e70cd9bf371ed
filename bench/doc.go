// Package bench compares the program with what the machine can do at best, and
// with programs that people use for the same. It has no code of its own.
//
//	go test -run Ratios ./bench
//
// prints a line for each bound: the floor, ours, how many times as long ours
// takes, and how many times it may. Floor and ours take turns in the same run,
// so that a slow or a busy machine slows both, and the best of three tries
// counts. It is no part of the tests of everything, which share the machine.
package bench

//go:build race

package cli

// raceDetector: the tests are watched for races, which takes long.
const raceDetector = true

package pdf

// Rule is the id of one rule of PDF/A-3a (a-, clauses of ISO 19005-3) or
// PDF/UA-1 (ua-, clauses of ISO 14289-1). Ids are stable: tests and reports
// name them.
type Rule string

// The rules that [Check] applies.
const (
	RuleRead Rule = "read" // the file can be read at all

	RuleHeader     Rule = "a-6.1.2-header"         // %PDF-1.7 and four high bytes
	RuleTrailerID  Rule = "a-6.1.3-id"             // the trailer has an /ID of two strings
	RuleObject     Rule = "a-6.1.1-object"         // every object in the table can be read
	RuleStream     Rule = "a-6.1.7-stream"         // no filter but FlateDecode, no stream outside the file
	RuleContent    Rule = "a-6.2.2-content"        // content streams are balanced and use known operators
	RuleOutput     Rule = "a-6.2.3-output-intent"  // one RGB output intent with its profile
	RuleColour     Rule = "a-6.2.4-colour"         // only colours that the output intent covers
	RuleFont       Rule = "a-6.2.11.4-font"        // every font shown is embedded, under one name
	RuleWidth      Rule = "a-6.2.11.5-width"       // widths agree with the embedded font
	RuleUnicode    Rule = "a-6.2.11.7-unicode"     // every character shown has its Unicode value
	RuleNotdef     Rule = "a-6.2.11.8-notdef"      // no character is shown as a missing glyph
	RuleAnnotation Rule = "a-6.3.1-annotation"     // only links and form fields
	RuleFlags      Rule = "a-6.3.2-flags"          // annotations print and are not hidden
	RuleAppearance Rule = "a-6.3.3-appearance"     // a form field has one drawn appearance
	RuleForm       Rule = "a-6.4.1-form"           // no actions on fields, no XFA, no drawing by the reader
	RuleAction     Rule = "a-6.5-action"           // no scripts, nothing that starts by itself
	RuleMetadata   Rule = "a-6.6.2.1-metadata"     // an uncompressed, well-formed XMP packet
	RuleSchema     Rule = "a-6.6.2.3-schema"       // the pdfuaid property is described
	RuleInfo       Rule = "a-6.6.3-info"           // document information and XMP agree
	RuleArchiveID  Rule = "a-6.6.4-identification" // the file says PDF/A-3a
	RuleAttached   Rule = "a-6.8-attached"         // attached files are associated, named, typed, dated
	RuleAccessID   Rule = "ua-5-identification"    // the file says PDF/UA-1
	RuleMarked     Rule = "ua-6.2-marked"          // the file says it is tagged
	RuleUnmarked   Rule = "ua-7.1-3-unmarked"      // everything painted is content or decoration
	RuleType       Rule = "ua-7.1-5-type"          // only standard structure types
	RuleTitle      Rule = "ua-7.1-9-title"         // the metadata has a title
	RuleTitleBar   Rule = "ua-7.1-10-title-bar"    // readers show the title, not the file name
	RuleTree       Rule = "ua-7.1-11-tree"         // a whole structure tree under one Document
	RuleTreeMatch  Rule = "ua-7.1-content"         // tree and pages name the same marked content
	RuleLang       Rule = "ua-7.2-language"        // the document has a language
	RuleNesting    Rule = "ua-7.2-nesting"         // lists and tables hold what belongs in them
	RuleRows       Rule = "ua-7.2-43-rows"         // the rows of a table are equally wide
	RuleFigure     Rule = "ua-7.3-figure"          // figures have alternative text and a box
	RuleHeading    Rule = "ua-7.4.2-heading"       // headings skip no level
	RuleScope      Rule = "ua-7.5-scope"           // header cells say what they head
	RuleAnnotTree  Rule = "ua-7.18.1-annotation"   // annotations stand in the structure tree
	RuleFieldName  Rule = "ua-7.18.1-field-name"   // form fields have a name to read out
	RuleTabs       Rule = "ua-7.18.3-tabs"         // tab order follows the structure
	RuleWidget     Rule = "ua-7.18.4-widget"       // a form field belongs to a Form element
	RuleLink       Rule = "ua-7.18.5-link"         // a link belongs to a Link element
	RuleLinkText   Rule = "ua-7.18.5-link-text"    // a link has alternative text
)

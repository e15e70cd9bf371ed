package pdf

// Rule is the id of one rule of PDF/A-3a (a-, clauses of ISO 19005-3), of
// PDF/UA-1 (ua-, clauses of ISO 14289-1), or of PDF itself (pdf-, clauses of
// ISO 32000-1) where readers stumble. Ids are stable: tests and reports name
// them.
type Rule string

// The rules that [Check] applies.
const (
	RuleRead Rule = "read" // the file can be read at all

	RuleHeader      Rule = "a-6.1.2-header"         // %PDF-1.7 and four high bytes
	RuleTrailerID   Rule = "a-6.1.3-id"             // the trailer has an /ID of two strings
	RuleXref        Rule = "a-6.1.4-xref"           // tables are written as the standard has them
	RuleHex         Rule = "a-6.1.6-hex"            // hexadecimal strings have an even number of digits
	RuleStream      Rule = "a-6.1.7.1-stream"       // stream and endstream have lines of their own
	RuleFilter      Rule = "a-6.1.7.2-filter"       // no filter but FlateDecode, no bytes outside the file
	RuleName        Rule = "a-6.1.8-name"           // names are UTF-8
	RuleLines       Rule = "a-6.1.9-object"         // obj and endobj end their lines
	RuleObject      Rule = "a-6.1.9-readable"       // every object in the table can be read
	RulePermissions Rule = "a-6.1.12-permissions"   // permissions name nothing but a certifying signature
	RuleLimits      Rule = "a-6.1.13-limits"        // numbers, strings, names and pages are not too large
	RuleOperator    Rule = "a-6.2.2-operator"       // content uses operators of the standard that the generator knows
	RuleContent     Rule = "a-6.2.2-content"        // content can be read, and its brackets match
	RuleResources   Rule = "a-6.2.2-resources"      // content has resources of its own
	RuleOutput      Rule = "a-6.2.3-output-intent"  // one RGB output intent with its profile
	RuleColour      Rule = "a-6.2.4-colour"         // only colours that the output intent covers
	RuleState       Rule = "a-6.2.5-graphics-state" // nothing is set that depends on a device
	RuleXObject     Rule = "a-6.2.9-xobject"        // no drawing that refers to another file or to PostScript
	RuleTransparent Rule = "a-6.2.10-transparency"  // nothing is transparent
	RuleFontDict    Rule = "a-6.2.11.2-font"        // fonts are composite TrueType fonts, complete and under one name
	RuleCMap        Rule = "a-6.2.11.3-cmap"        // codes are found in the font in one known way
	RuleFont        Rule = "a-6.2.11.4.1-embedded"  // every font shown is embedded with its glyphs
	RuleSubset      Rule = "a-6.2.11.4.2-subset"    // no list of glyphs that may be wrong
	RuleWidth       Rule = "a-6.2.11.5-width"       // widths agree with the embedded font
	RuleUnicode     Rule = "a-6.2.11.7-unicode"     // every character shown has its Unicode value
	RuleNotdef      Rule = "a-6.2.11.8-notdef"      // no character is shown as a missing glyph
	RuleAnnotation  Rule = "a-6.3.1-annotation"     // only links and form fields
	RuleFlags       Rule = "a-6.3.2-flags"          // annotations print and are not hidden
	RuleAppearance  Rule = "a-6.3.3-appearance"     // a form field has one drawn appearance
	RuleForm        Rule = "a-6.4.1-form"           // no actions on fields, no drawing by the reader
	RuleXFA         Rule = "a-6.4.2-xfa"            // no XFA form
	RuleSignature   Rule = "a-6.4.3-signature"      // a signature covers all but itself
	RuleAction      Rule = "a-6.5-action"           // no scripts, nothing that starts by itself
	RuleMetadata    Rule = "a-6.6.2.1-metadata"     // an uncompressed, well-formed XMP packet
	RulePacket      Rule = "a-6.6.2.1-packet"       // the packet does not say its encoding or length
	RuleSchema      Rule = "a-6.6.2.3-schema"       // properties are predefined or described
	RuleInfo        Rule = "a-6.6.3-info"           // document information and XMP agree
	RuleArchiveID   Rule = "a-6.6.4-identification" // the file says PDF/A-3a
	RuleRoleMap     Rule = "a-6.7.3.4-role-map"     // structure types are the standard's own
	RuleElementLang Rule = "a-6.7.4-language"       // languages of elements are language tags
	RuleAttached    Rule = "a-6.8-attached"         // attached files are associated, named, typed, dated
	RuleLayers      Rule = "a-6.9-layers"           // no optional content
	RuleAlternate   Rule = "a-6.10-alternate"       // no other presentation of the pages
	RuleRequire     Rule = "a-6.11-requirements"    // nothing is required of the reader

	RuleAccessID   Rule = "ua-5-identification"   // the file says PDF/UA-1
	RuleMarked     Rule = "ua-6.2-marked"         // the file says it is tagged, beyond doubt
	RuleNested     Rule = "ua-7.1-1-nested"       // no content inside decoration, no decoration inside content
	RuleUnmarked   Rule = "ua-7.1-3-unmarked"     // everything painted is content or decoration
	RuleType       Rule = "ua-7.1-5-type"         // only standard structure types
	RuleTitle      Rule = "ua-7.1-9-title"        // the metadata has a title
	RuleTitleBar   Rule = "ua-7.1-10-title-bar"   // readers show the title, not the file name
	RuleTree       Rule = "ua-7.1-11-tree"        // a whole structure tree under one Document
	RuleTreeMatch  Rule = "ua-7.1-content"        // tree and pages name the same marked content
	RuleLang       Rule = "ua-7.2-language"       // the document has a language
	RuleNesting    Rule = "ua-7.2-nesting"        // lists and tables hold what belongs in them
	RuleCaption    Rule = "ua-7.2-caption"        // a caption is one, and first or last
	RuleRows       Rule = "ua-7.2-43-rows"        // the rows of a table are equally wide
	RuleFigure     Rule = "ua-7.3-figure"         // figures have alternative text and a box
	RuleHeading    Rule = "ua-7.4.2-heading"      // headings skip no level
	RuleScope      Rule = "ua-7.5-scope"          // header cells say what they head
	RuleNote       Rule = "ua-7.9-note"           // notes have an id of their own
	RuleAnnotTree  Rule = "ua-7.18.1-annotation"  // annotations stand in the structure tree
	RuleFieldName  Rule = "ua-7.18.1-field-name"  // form fields have a name to read out
	RuleTabs       Rule = "ua-7.18.3-tabs"        // tab order follows the structure
	RuleWidget     Rule = "ua-7.18.4-widget"      // a form field belongs to a Form element of its own
	RuleLink       Rule = "ua-7.18.5-link"        // a link belongs to a Link element
	RuleLinkText   Rule = "ua-7.18.5-link-text"   // a link has alternative text
	RulePages      Rule = "pdf-7.7.3-pages"       // the page tree counts its pages and is their parent
	RuleTarget     Rule = "pdf-12.3.2-target"     // links and bookmarks lead to pages of the file
	RuleOutline    Rule = "pdf-12.3.3-outline"    // bookmarks are chained without a gap or a circle
	RuleLabels     Rule = "pdf-12.4.2-labels"     // page labels begin at the first page
	RuleParentTree Rule = "pdf-14.7.4.4-parents"  // keys of the parent tree ascend
	RuleText       Rule = "pdf-7.9.2-text-string" // texts for people are whole UTF-16 or plain
)

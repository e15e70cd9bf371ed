package pdf

// PageCount is how many pages the newest revision says it has, 0 where it
// does not say (ISO 32000-1, 7.7.3.2).
func (f *File) PageCount() int {
	root := f.Dict(f.Last().Trailer.Get("Root"))
	if root == nil {
		return 0
	}
	pages := f.Dict(root.Get("Pages"))
	if pages == nil {
		return 0
	}
	n, err := f.Get(pages.Get("Count"))
	count, ok := n.(Num)
	if err != nil || !ok {
		return 0
	}
	i, err := count.Int()
	if err != nil || i < 0 {
		return 0
	}
	return i
}

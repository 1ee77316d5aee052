var c = new Mandate.Laws.Catalogue(Mandate.Laws.Catalogue.FindRoot(null)!);
foreach (var id in c.LawIds) { var (l,f) = c.Law(id); Console.WriteLine(id + " " + l?.Versions.Count); foreach (var x in f.All) Console.WriteLine(x); }
foreach (var id in c.ElectionIds) { var (e,f) = c.Election(id); Console.WriteLine(id + " " + (e is not null)); foreach (var x in f.All) Console.WriteLine(x);
 if (e is not null) { var (o, lf) = Mandate.Electoral.ElectionRunner.Run(c.Version(e.LawReference)!.Rules, e.Input, e.Lots); foreach (var t in o.Tiers) Console.WriteLine("   " + t.Id + " " + string.Join(" | ", t.Constituencies.Select(p => p.Status + " " + string.Join(" ", p.Won.Select(w => w.Key + "=" + w.Value)) + " pend:" + string.Join(";", p.Pending.Select(q => q.Reason + q.Until)) + " cond:" + string.Join(";", p.Conditions) + " rel:" + string.Join(";", p.Relations.Select(r=>r.Relation.ToString()+r.Difference+r.Missing))))); } }
foreach (var id in c.Countries) { var (p,f) = c.Parliament(id); Console.WriteLine(id + " " + (p is not null)); foreach (var x in f.All) Console.WriteLine(x); }
return 0;

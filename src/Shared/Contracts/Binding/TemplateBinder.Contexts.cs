namespace GeminiGen;

/// <content>Paths of Handlebars: inside of a loop a name is the item's member, and <c>../</c> leads out of it.</content>
internal sealed partial class TemplateBinder
{
    private const string This = "this";

    private PromptPath? ResolveInContext(TemplatePath path, out int type)
    {
        type = -1;
        TemplateName first = path.Names[0];
        if (path.Levels > _loops.Count)
        {
            Refuse(first.Start, first.Length, "'../' leads out of the loops it stands in; remove one");
            return null;
        }

        int level = path.IsRoot ? 0 : _loops.Count - path.Levels;
        LoopScope? named = path.Levels == 0 && !path.IsRoot ? FindLoop(first.Text) : null;
        if (named is not null && first.Text != This)
        {
            return ResolveItem(path, named, firstMember: 1, out type);
        }

        if (level > 0)
        {
            return ResolveItem(path, _loops[level - 1], first.Text == This ? 1 : 0, out type);
        }

        if (first.Text != This)
        {
            return ResolveParameter(path, out type);
        }

        if (path.Names.Count > 1)
        {
            return ResolveParameter(new TemplatePath([.. path.Names.Skip(1)]), out type);
        }

        Refuse(first.Start, first.Length, "'this' is the item of a loop; name a parameter here");
        return null;
    }
}

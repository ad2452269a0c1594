using System.Collections.Immutable;

namespace GeminiGen;

/// <content>Paths.</content>
internal sealed partial class TemplateBinder
{
    /// <summary>Finds what a path names.</summary>
    /// <param name="path">The path.</param>
    /// <param name="type">The number of its type; -1 for a loop's counter, or when nothing was found.</param>
    /// <returns>Null when nothing was found; then it has been reported.</returns>
    private PromptPath? Resolve(TemplatePath path, out int type)
    {
        type = -1;
        TemplateName first = path.Names[0];
        if (first.Text[0] == '@')
        {
            return ResolveCounter(path);
        }

        for (int i = _loops.Count - 1; i >= 0; i--)
        {
            if (_loops[i].Variable == first.Text)
            {
                return ResolveMembers(path, PromptPathRoot.Item, _loops[i].Number, _loops[i].ItemType, _loops[i].IsUntrusted, out type);
            }
        }

        int parameter = Array.IndexOf(scope.Parameters, first.Text);
        if (parameter < 0)
        {
            ReportUnknown(first);
            return null;
        }

        scope.IsUsed[parameter] = true;
        return ResolveMembers(path, PromptPathRoot.Parameter, parameter, parameterType(parameter), scope.IsUntrusted(parameter), out type);
    }

    private PromptPath? ResolveCounter(TemplatePath path)
    {
        TemplateName name = path.Names[0];
        PromptPathRoot root = name.Text == "@index" ? PromptPathRoot.Index : PromptPathRoot.Number;
        if (name.Text is not ("@index" or "@number"))
        {
            bool isParameter = Array.IndexOf(scope.Parameters, name.Text.Substring(1)) >= 0;
            Refuse(name.Start, isParameter ? 1 : name.Length, isParameter
                ? "a placeholder holds the parameter's name as it is, keyword or not; remove the '@'"
                : $"'{name.Text}' means nothing; a loop has '@index', which counts from 0, and '@number', which counts from 1");
            return null;
        }

        if (_loops.Count == 0)
        {
            Refuse(name.Start, name.Length, $"'{name.Text}' is known inside '{{#each}}' only");
            return null;
        }

        if (path.Names.Count > 1)
        {
            Refuse(path.Names[1].Start, path.Names[1].Length, $"'{name.Text}' is a number and has no members");
            return null;
        }

        LoopScope loop = _loops[_loops.Count - 1];
        loop.IsCounted = true;
        return new PromptPath(root, loop.Number, default, PromptType.Counter);
    }

    private PromptPath? ResolveMembers(TemplatePath path, PromptPathRoot root, int index, int rootType, bool isUntrusted, out int type)
    {
        type = rootType;
        bool isConditional = false;
        PromptStep[] steps = new PromptStep[path.Names.Count - 1];
        for (int i = 1; i < path.Names.Count; i++)
        {
            TemplateName name = path.Names[i];
            int member = types.FindMember(type, name.Text);
            if (member < 0)
            {
                ReportUnknownMember(name, type);
                type = -1;
                return null;
            }

            bool isNullable = types[type].IsNullable;
            isConditional |= isNullable;
            steps[i - 1] = new PromptStep(name.Text, isNullable);
            type = member;
        }

        PromptType found = types[type];
        return new PromptPath(root, index, new EquatableArray<PromptStep>(steps), isConditional && !found.IsNullable ? found with { IsNullable = true } : found)
        {
            IsUntrusted = isUntrusted,
        };
    }

    private void ReportUnknown(TemplateName name)
    {
        string? nearest = issues.IsListening ? scope.FindNearest(name.Text, _loops) : null;
        issues.Error(
            DiagnosticIds.PlaceholderWithoutParameter,
            _site.Locate(name.Start, name.Length),
            ImmutableDictionary<string, string?>.Empty
                .Add(ContractIssueProperties.Placeholder, name.Text)
                .Add(ContractIssueProperties.Nearest, nearest),
            name.Text,
            scope.Method,
            nearest is null ? $"add a parameter '{name.Text}', or write '{{{{{name.Text}}}}}' for the text itself" : $"write '{{{nearest}}}', or add a parameter '{name.Text}'");
    }

    private void ReportUnknownMember(TemplateName name, int type)
    {
        if (name.Text is "Value" or "HasValue" && types[type] is { IsValueType: true, IsNullable: true })
        {
            Refuse(name.Start, name.Length, $"what can be null is taken apart by itself, and asked by '{{#if}}'; remove '.{name.Text}'");
            return;
        }

        string? nearest = issues.IsListening ? NearestName.Find(name.Text, types.GetMemberNames(type)) : null;
        Refuse(name.Start, name.Length, nearest is null
            ? $"'{types[type].Name}' has no readable property or field '{name.Text}'"
            : $"'{types[type].Name}' has no readable property or field '{name.Text}'; write '{nearest}'");
    }
}

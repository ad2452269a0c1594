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

        if (_isHandlebars)
        {
            return ResolveInContext(path, out type);
        }

        return FindLoop(first.Text) is { } loop ? ResolveItem(path, loop, firstMember: 1, out type) : ResolveParameter(path, out type);
    }

    private LoopScope? FindLoop(string variable)
    {
        for (int i = _loops.Count - 1; i >= 0; i--)
        {
            if (_loops[i].Variable == variable)
            {
                return _loops[i];
            }
        }

        return null;
    }

    private PromptPath? ResolveItem(TemplatePath path, LoopScope loop, int firstMember, out int type)
        => ResolveMembers(path, firstMember, PromptPathRoot.Item, loop.Number, loop.ItemType, loop.IsUntrusted, out type);

    private PromptPath? ResolveParameter(TemplatePath path, out int type)
    {
        type = -1;
        TemplateName first = path.Names[0];
        int parameter = Array.IndexOf(scope.Parameters, first.Text);
        if (parameter < 0)
        {
            ReportUnknown(first);
            return null;
        }

        scope.IsUsed[parameter] = true;
        return ResolveMembers(path, 1, PromptPathRoot.Parameter, parameter, parameterType(parameter), scope.IsUntrusted(parameter), out type);
    }

    private PromptPath? ResolveCounter(TemplatePath path)
    {
        TemplateName name = path.Names[0];
        PromptPathRoot root = name.Text == "@number" ? PromptPathRoot.Number : PromptPathRoot.Index;
        if (_isHandlebars ? name.Text is not ("@index" or "@first") : name.Text is not ("@index" or "@number"))
        {
            bool isParameter = Array.IndexOf(scope.Parameters, name.Text.Substring(1)) >= 0;
            Refuse(name.Start, isParameter ? 1 : name.Length, isParameter
                ? "a placeholder holds the parameter's name as it is, keyword or not; remove the '@'"
                : _isHandlebars ? $"'{name.Text}' is not known here; a loop has '@index', which counts from 0, and '@first', which blocks can ask"
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

    private PromptPath? ResolveMembers(TemplatePath path, int firstMember, PromptPathRoot root, int index, int rootType, bool isUntrusted, out int type)
    {
        type = rootType;
        bool isConditional = false;
        List<PromptStep> steps = [];
        for (int i = firstMember; i < path.Names.Count; i++)
        {
            TemplateName name = path.Names[i];
            string own = GetNameInCode(type, name.Text);
            int member = types.FindMember(type, own);
            if (member < 0 && name.Text == "Value" && types[type] is { IsValueType: true, IsNullable: true })
            {
                // What can be null is taken apart by itself: nothing is written where it is.
                continue;
            }

            if (member < 0)
            {
                ReportUnknownMember(name, type);
                type = -1;
                return null;
            }

            bool isNullable = types[type].IsNullable;
            isConditional |= isNullable;
            steps.Add(new PromptStep(own, isNullable));
            type = member;
        }

        PromptType found = types[type];
        return new PromptPath(root, index, steps.ToEquatableArray(), isConditional && !found.IsNullable ? found with { IsNullable = true } : found)
        {
            IsUntrusted = isUntrusted,
        };
    }

    /// <summary>Files of other tools know members by their names in JSON.</summary>
    private string GetNameInCode(int type, string name)
        => _isHandlebars && types.FindMember(type, name) < 0 ? types.FindNameInCode(type, name) ?? name : name;

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
            nearest is not null ? $"write '{Quote(nearest)}', or add a parameter '{name.Text}'"
                : _isHandlebars ? $"add a parameter '{name.Text}', or write '\\{{{{{name.Text}}}}}' for the text itself"
                : $"add a parameter '{name.Text}', or write '{{{{{name.Text}}}}}' for the text itself");
    }

    /// <summary>A placeholder as it is written.</summary>
    private string Quote(string name) => _isHandlebars ? $"{{{{{name}}}}}" : $"{{{name}}}";

    private void ReportUnknownMember(TemplateName name, int type)
    {
        if (name.Text == "HasValue" && types[type] is { IsValueType: true, IsNullable: true })
        {
            Refuse(name.Start, name.Length, "what can be null is asked by '{#if}' itself; remove '.HasValue'");
            return;
        }

        if (types.IsCut(type))
        {
            Refuse(name.Start, name.Length, types.DescribeCut(type));
            return;
        }

        string? nearest = issues.IsListening ? NearestName.Find(name.Text, types.GetMemberNames(type)) : null;
        issues.Error(
            DiagnosticIds.TemplateSyntaxError,
            _site.Locate(name.Start, name.Length),
            nearest is null ? ImmutableDictionary<string, string?>.Empty : GetReplacement(name.Text, nearest),
            scope.Method,
            $"'{types[type].Name}' has no readable property or field '{name.Text}'{(nearest is null ? "" : $"; write '{nearest}'")}");
    }
}

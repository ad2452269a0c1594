using System.Collections.Immutable;

namespace GeminiGen;

/// <summary>Finds out what the names of a template mean.</summary>
/// <param name="types">The types of what can be named.</param>
/// <param name="parameterType">The type of a parameter, by its place.</param>
/// <param name="scope">The method's names.</param>
/// <param name="issues">Takes what is wrong.</param>
/// <param name="files">What includes name.</param>
internal sealed partial class TemplateBinder(
    PromptTypes types,
    Func<int, int> parameterType,
    TemplateScope scope,
    ContractIssueReporter issues,
    PromptFiles files)
{
    private readonly List<LoopScope> _loops = [];
    private TemplateSite _site = null!;
    private bool _isInstruction;
    private bool _isAttribute;
    private bool _isHandlebars;
    private int _loopCount;

    /// <summary>Binds a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="site">Where it stands.</param>
    /// <param name="isInstruction">Whether it is a system instruction, which takes text only.</param>
    /// <returns>What is written. Where something is wrong with it, it has been reported, and what is returned is not to be used.</returns>
    public EquatableArray<PromptNode> Bind(PromptTemplate template, TemplateSite site, bool isInstruction = false)
    {
        _site = site;
        _isInstruction = isInstruction;
        _isAttribute = true;
        ReportErrors(template);
        List<PromptNode> bound = new(template.Nodes.Count);
        BindAll(template.Nodes, bound);
        _isAttribute = false;
        return bound.ToEquatableArray();
    }

    /// <summary>Binds the template of a file.</summary>
    /// <param name="document">The file.</param>
    /// <param name="isHandlebars">Whether it is written in Dotprompt's own syntax.</param>
    /// <param name="hasInstruction">Whether the method has a system instruction of its own, so that the file may not have one.</param>
    /// <param name="answer">What the method answers with, which is what the model says in examples.</param>
    /// <returns>What is written. Where something is wrong with it, it has been reported, and what is returned is not to be used.</returns>
    public BoundPrompt Bind(PromptDocument document, bool isHandlebars, bool hasInstruction, AnswerShape answer)
    {
        _site = GetSite(document.File);
        _isInstruction = false;
        _role = "user";
        _openFiles.Add(document.File);
        _isHandlebars = isHandlebars;
        PromptTemplate template = document.ParseBody(isHandlebars);
        ReportErrors(template);
        List<PromptNode> bound = new(template.Nodes.Count);
        BindAll(template.Nodes, bound);
        _isHandlebars = false;
        _openFiles.Clear();
        return template.Errors.Count > 0 ? BoundPrompt.Empty : Split(bound, _site, document.BodyStart, hasInstruction, answer);
    }

    private void ReportErrors(PromptTemplate template)
    {
        foreach (TemplateError error in template.Errors)
        {
            issues.Error(
                DiagnosticIds.TemplateSyntaxError,
                _site.Locate(error.Start, error.Length),
                error.Replacement is { } replacement && (replacement.Length > 0 || IsAtParameter(template.Value, error)) ? GetReplacement(template.Value.Substring(error.Start, error.Length), replacement) : ImmutableDictionary<string, string?>.Empty,
                scope.Method,
                error.Message);
        }
    }

    /// <summary>Whether the braces around an error hold a parameter's name, and not some text of the author's.</summary>
    private bool IsAtParameter(string template, TemplateError error)
    {
        int open = template.LastIndexOf('{', error.Start);
        int close = template.IndexOf('}', error.Start);
        return open >= 0 && close > open && Array.IndexOf(scope.Parameters, template.Substring(open + 1, close - open - 1).Trim().TrimEnd(':')) >= 0;
    }

    private static ImmutableDictionary<string, string?> GetReplacement(string marked, string replacement)
        => ImmutableDictionary<string, string?>.Empty
            .Add(ContractIssueProperties.Marked, marked)
            .Add(ContractIssueProperties.Replacement, replacement);

    private EquatableArray<PromptNode> BindAll(IReadOnlyList<TemplateNode> nodes)
    {
        List<PromptNode> bound = new(nodes.Count);
        _nesting++;
        BindAll(nodes, bound);
        _nesting--;
        return bound.ToEquatableArray();
    }

    private void BindAll(IReadOnlyList<TemplateNode> nodes, List<PromptNode> bound)
    {
        foreach (TemplateNode node in nodes)
        {
            if (node is TemplateNode.Include include)
            {
                BindInclude(include, bound);
                continue;
            }

            PromptNode? result = node switch
            {
                TemplateNode.Text text => new PromptNode.Text(text.Value),
                TemplateNode.Placeholder placeholder => BindPlaceholder(placeholder),
                TemplateNode.If condition => BindCondition(condition),
                TemplateNode.Each loop => BindLoop(loop),
                TemplateNode.Role role => BindRole(role),
                _ => null,
            };
            if (result is not null)
            {
                Add(bound, result);
            }
        }
    }

    /// <summary>Texts that meet where a file was included are written as one.</summary>
    private static void Add(List<PromptNode> bound, PromptNode node)
    {
        if (node is PromptNode.Text text && bound.Count > 0 && bound[bound.Count - 1] is PromptNode.Text before)
        {
            bound[bound.Count - 1] = new PromptNode.Text(before.Content + text.Content);
            return;
        }

        bound.Add(node);
    }

    private PromptNode? BindPlaceholder(TemplateNode.Placeholder placeholder)
    {
        TemplatePath path = placeholder.Path;
        if (Resolve(path, out _) is not { } source)
        {
            return null;
        }

        if (source.Type.IsAnswer && _role == Model && !_isAttribute)
        {
            return BindAnswer(placeholder, source);
        }

        if (source is { Root: PromptPathRoot.Parameter, Steps.Count: 0 })
        {
            // What a parameter as a whole cannot be is said at the parameter.
            scope.IsWritten[source.Index] = true;
        }
        else if (source.Type.Kind == PromptValueKind.None)
        {
            Refuse(path.Start, path.Length, source.Type.CountMember is not null
                ? $"'{path}' is a list; write '{QuoteLoop(path)}'"
                : $"'{source.Type.Name}' has no text of its own; name one of its members, or turn it into text before the call");
            return null;
        }

        if (FindMediaFault(placeholder, source.Type) is { } fault)
        {
            Refuse(path.Start, path.Length, fault);
            return null;
        }

        if (placeholder.Format is { } format && source.Type.Kind != PromptValueKind.None && !source.Type.TakesFormat(format.Text))
        {
            Refuse(format.Start, format.Length, $"'{source.Type.Name}' has no format '{format.Text}'; remove ':{format.Text}'");
            return null;
        }

        NoteUntrusted(path, source);
        return new PromptNode.Value(source, placeholder.Format?.Text, placeholder.Alignment);
    }

    private string QuoteLoop(TemplatePath path)
        => _isHandlebars ? $"{{{{#each {path}}}}}{{{{this}}}}{{{{/each}}}}" : $"{{#each {path} as item}}{{item}}{{/each}}";

    private string? FindMediaFault(TemplateNode.Placeholder placeholder, PromptType type)
    {
        TemplatePath path = placeholder.Path;
        if (type.Kind != PromptValueKind.Media)
        {
            return placeholder.IsMedia ? $"'{path}' is a '{type.Name}', and no media; declare it as 'Media' and make it by 'Media.FromUri(…)' or its like" : null;
        }

        return _isInstruction ? $"a system instruction takes text only, and '{path}' is media; move '{Quote(path.ToString())}' into the prompt"
            : _role == Model ? $"the model says text only, and '{path}' is media; move it into a turn of the user"
            : placeholder.Alignment != 0 ? $"'{path}' is media, which has no width; remove the alignment"
            : null;
    }

    private void NoteUntrusted(TemplatePath path, PromptPath source)
    {
        if (!source.IsUntrusted)
        {
            return;
        }

        scope.WritesUntrusted = true;
        if (_isInstruction)
        {
            issues.Warn(
                DiagnosticIds.UntrustedInstruction,
                _site.Locate(path.Start, path.Length),
                ImmutableDictionary<string, string?>.Empty.Add(ContractIssueProperties.Path, path.ToString()),
                scope.Method,
                path.ToString());
        }
    }

    private PromptNode.Condition? BindCondition(TemplateNode.If node)
    {
        bool isFirst = _isHandlebars && node.Condition.Names[0].Text == "@first";
        PromptPath? source = Resolve(node.Condition, out int type);
        PromptTest? test = source is null ? null : isFirst ? PromptTest.First : GetTest(node.Condition, source.Type, type);
        EquatableArray<PromptNode> then = BindAll(node.Then);
        EquatableArray<PromptNode> otherwise = BindAll(node.Else);
        return test is { } known ? new PromptNode.Condition(known, source!, node.IsNegated, then, otherwise) : null;
    }

    private PromptTest? GetTest(TemplatePath path, PromptType type, int number)
    {
        if (type.Kind == PromptValueKind.Boolean)
        {
            return PromptTest.Boolean;
        }

        if (type.Kind == PromptValueKind.String)
        {
            return PromptTest.Text;
        }

        if (type.CountMember is not null)
        {
            return PromptTest.NotEmpty;
        }

        if (number >= 0 && types.GetElement(number) >= 0)
        {
            Refuse(path.Start, path.Length, $"whether '{type.Name}' is empty shows only when it is read; use a list, or '{{:empty}}' of '{{#each}}'");
            return null;
        }

        if (type.IsNullable)
        {
            return PromptTest.NotNull;
        }

        Refuse(path.Start, path.Length, $"'{type.Name}' is always there; a condition is a 'bool', a text, a list, or what can be null");
        return null;
    }

    private PromptNode.Loop? BindLoop(TemplateNode.Each node)
    {
        PromptPath? items = Resolve(node.Items, out int type);
        int element = type >= 0 ? types.GetElement(type) : -1;
        if (items is not null && element < 0)
        {
            Refuse(node.Items.Start, node.Items.Length, type >= 0 && types.IsCut(type) ? types.DescribeCut(type) : $"'{items.Type.Name}' is no list; '{{#each}}' goes through an array, a list, or any 'IEnumerable<T>'");
        }

        if (!_isHandlebars && IsTaken(node.Item.Text))
        {
            Refuse(node.Item.Start, node.Item.Length, $"'{node.Item.Text}' is taken by a parameter or another loop; choose another name");
            return null;
        }

        if (element < 0)
        {
            return null;
        }

        LoopScope loop = new(node.Item.Text, _loopCount++, element, items!.IsUntrusted);
        _loops.Add(loop);
        EquatableArray<PromptNode> body = BindBody(node);
        EquatableArray<PromptNode> separator = BindAll(node.Separator);
        _loops.RemoveAt(_loops.Count - 1);
        EquatableArray<PromptNode> empty = BindAll(node.Empty);
        return new PromptNode.Loop(items!, loop.Variable == This ? "item" : loop.Variable, loop.Number, loop.IsCounted || separator.Count > 0 || empty.Count > 0, body, separator, empty);
    }

    /// <summary>The outermost loops may hold whole turns: examples, one for each item.</summary>
    private EquatableArray<PromptNode> BindBody(TemplateNode.Each node)
    {
        bool wasTurns = _takesTurns;
        _takesTurns = _nesting == 0 && !_isAttribute;
        EquatableArray<PromptNode> body = BindAll(node.Body);
        _takesTurns = wasTurns;
        return body;
    }

    private bool IsTaken(string name)
    {
        foreach (LoopScope loop in _loops)
        {
            if (loop.Variable == name)
            {
                return true;
            }
        }

        return Array.IndexOf(scope.Parameters, name) >= 0;
    }

    private void Refuse(int start, int length, string message)
        => issues.Error(DiagnosticIds.TemplateSyntaxError, _site.Locate(start, length), scope.Method, message);
}

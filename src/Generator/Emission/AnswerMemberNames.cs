namespace GeminiGen.Generator.Emission;

/// <summary>The names inside the class that reads answers: a type may be called <c>Options</c>, or like a method of another one.</summary>
internal sealed class AnswerMemberNames
{
    private readonly UniqueNames _names = UniqueNames.ForMembers();
    private readonly Dictionary<string, string> _create = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Member), string> _setters = [];
    private readonly Dictionary<string, string> _complete = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _completeSetters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _checks = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Member), string> _patterns = [];

    /// <summary>Names the members for some types.</summary>
    public AnswerMemberNames(List<AnswerType> types)
    {
        foreach (AnswerType type in types)
        {
            _names.Reserve(type.Name);
        }

        Options = _names.Get("StrictOptions");
        CreateOptions = _names.Get("CreateStrictOptions");
        foreach (AnswerType type in types)
        {
            _create.Add(type.Name, _names.Get("Create" + type.Name));
            _checks.Add(type.Name, _names.Get("Check" + type.Name));
            if (type is ObjectAnswer answer)
            {
                foreach (AnswerMember member in answer.Members)
                {
                    if (member.Write == AnswerWrite.InitAccessor)
                    {
                        _setters.Add((type.Name, member.Name), _names.Get("Set" + type.Name + member.Name));
                    }

                    if (member.Rules is { Pattern: not null })
                    {
                        _patterns.Add((type.Name, member.Name), _names.Get(type.Name + member.Name + "Pattern"));
                    }
                }

                _members.Add(type.Name, _names.Get("Create" + type.Name + "Members"));
                _parameters.Add(type.Name, _names.Get("Create" + type.Name + "Parameters"));
            }
        }
    }

    /// <summary>The field of the options.</summary>
    public string Options { get; }

    /// <summary>The method that makes them.</summary>
    public string CreateOptions { get; }

    /// <summary>The method that makes a type's metadata.</summary>
    public string Create(AnswerType type) => _create[type.Name];

    /// <summary>The method that makes the metadata of an object's members.</summary>
    public string Members(ObjectAnswer type) => _members[type.Name];

    /// <summary>The method that checks a value of a type.</summary>
    public string Check(AnswerType type) => _checks[type.Name];

    /// <summary>The field of the regular expression a member has to match.</summary>
    public string Pattern(ObjectAnswer type, AnswerMember member) => _patterns[(type.Name, member.Name)];

    /// <summary>The method that calls a member's <c>init</c> accessor.</summary>
    public string Setter(ObjectAnswer type, AnswerMember member) => _setters[(type.Name, member.Name)];

    /// <summary>The method that gives a snapshot the whole answer.</summary>
    public string Complete(AnswerType type) => GetOnce(_complete, type, "Complete");

    /// <summary>The method that calls the accessor it is given through.</summary>
    public string CompleteSetter(AnswerType type) => GetOnce(_completeSetters, type, "SetComplete");

    private string GetOnce(Dictionary<string, string> names, AnswerType type, string prefix)
    {
        if (!names.TryGetValue(type.Name, out string? name))
        {
            name = _names.Get(prefix + type.Name);
            names.Add(type.Name, name);
        }

        return name;
    }

    /// <summary>The method that makes the metadata of its constructor's parameters.</summary>
    public string Parameters(ObjectAnswer type) => _parameters[type.Name];
}

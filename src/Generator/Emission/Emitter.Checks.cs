using System.Globalization;

namespace GeminiGen.Generator.Emission;

/// <content>The checks of what annotations ask of answers: a method for each type that has any, or has members or elements with any.</content>
internal sealed partial class Emitter
{
    private const string ViolationsType = Plumbing + "PromptViolations";

    private bool[]? _isChecked;

    /// <summary>Whether values of a type are checked.</summary>
    private bool IsChecked(int type) => (_isChecked ??= FindChecked())[type];

    /// <summary>Types that contain each other are found by going over all of them until nothing changes.</summary>
    private bool[] FindChecked()
    {
        bool[] isChecked = new bool[_model.AnswerTypes.Count];
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int i = 0; i < isChecked.Length; i++)
            {
                if (!isChecked[i] && NeedsCheck(_model.AnswerTypes[i], isChecked))
                {
                    isChecked[i] = changed = true;
                }
            }
        }

        return isChecked;
    }

    private static bool NeedsCheck(AnswerType type, bool[] isChecked)
    {
        switch (type)
        {
            case PolymorphicAnswer polymorphic:
                foreach (PolymorphicCase value in polymorphic.Cases)
                {
                    if (isChecked[value.Type])
                    {
                        return true;
                    }
                }

                return false;
            case NullableAnswer nullable:
                return isChecked[nullable.Underlying];
            case ListAnswer list:
                return isChecked[list.Element];
            case DictionaryAnswer dictionary:
                return isChecked[dictionary.Value];
            case ObjectAnswer answer:
                foreach (AnswerMember member in answer.Members)
                {
                    if (member.Rules is not null || (member.HasGetter && isChecked[member.Type]))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    private void WriteChecks()
    {
        HashSet<string> written = new(StringComparer.Ordinal);
        for (int i = 0; i < _model.AnswerTypes.Count; i++)
        {
            AnswerType type = _model.AnswerTypes[i];
            if (IsChecked(i) && written.Add(type.Name))
            {
                WriteCheck(type);
            }
        }
    }

    private void WriteCheck(AnswerType type)
    {
        if (type is ObjectAnswer patterned)
        {
            WritePatterns(patterned);
        }

        _writer.Line();
        using (_writer.Block($"internal static void {AnswerNames.Check(type)}({type.TypeName}{(type.IsValueType ? "" : "?")} value, {ViolationsType} found)"))
        {
            if (!type.IsValueType)
            {
                using (_writer.Block("if (value is null)"))
                {
                    _writer.Line("return;");
                }

                _writer.Line();
            }

            switch (type)
            {
                case NullableAnswer nullable:
                    using (_writer.Block("if (value.HasValue)"))
                    {
                        _writer.Line($"{AnswerNames.Check(_model.AnswerTypes[nullable.Underlying])}(value.GetValueOrDefault(), found);");
                    }

                    break;
                case ListAnswer list:
                    WriteDefaultGuard(list);
                    WriteLoop("value", "index++", AnswerNames.Check(_model.AnswerTypes[list.Element]), "element!", "int index = 0;");
                    break;
                case DictionaryAnswer dictionary:
                    WriteLoop("value", "element.Key.ToString()", AnswerNames.Check(_model.AnswerTypes[dictionary.Value]), "element.Value!", null);
                    break;
                case PolymorphicAnswer polymorphic:
                    WriteCaseChecks(polymorphic);
                    break;
                case ObjectAnswer answer:
                    for (int i = 0; i < answer.Members.Count; i++)
                    {
                        WriteMemberCheck(answer, answer.Members[i], "member" + i.ToString(CultureInfo.InvariantCulture));
                    }

                    break;
            }
        }
    }

    /// <summary>An <c>ImmutableArray</c> that nobody gave is not empty: it cannot even be gone through.</summary>
    private void WriteDefaultGuard(ListAnswer list)
    {
        if (list.Kind == ListKind.ImmutableArray)
        {
            using (_writer.Block("if (value.IsDefault)"))
            {
                _writer.Line("return;");
            }

            _writer.Line();
        }
    }

    private void WriteCaseChecks(PolymorphicAnswer type)
    {
        foreach (PolymorphicCase value in type.Cases)
        {
            if (IsChecked(value.Type))
            {
                AnswerType known = _model.AnswerTypes[value.Type];
                using (_writer.Block($"if (value.GetType() == typeof({known.TypeName}))"))
                {
                    _writer.Line($"{AnswerNames.Check(known)}(({known.TypeName})value, found);");
                }

                _writer.Line();
            }
        }
    }

    private void WriteLoop(string collection, string step, string check, string element, string? before)
    {
        if (before is not null)
        {
            _writer.Line(before);
        }

        using (_writer.Block($"foreach (var element in {collection})"))
        {
            _writer.Line($"found.Enter({step});");
            _writer.Line($"{check}({element}, found);");
            _writer.Line("found.Leave();");
        }
    }

    private void WritePatterns(ObjectAnswer answer)
    {
        foreach (AnswerMember member in answer.Members)
        {
            if (member.Rules is { Pattern: not null } rules)
            {
                WritePattern(AnswerNames.Pattern(answer, member), rules);
            }
        }
    }

    private void WritePattern(string field, AnswerRules rules)
    {
        const string Regex = "global::System.Text.RegularExpressions.Regex";
        string limit = rules.PatternTimeout.ToString(CultureInfo.InvariantCulture);
        _writer.Line();
        _writer.Line($"private static readonly {Regex} {field} = new {Regex}(");
        using (_writer.Indent())
        {
            _writer.Line($"{CSharpLiteral.String(rules.Pattern)}, global::System.Text.RegularExpressions.RegexOptions.CultureInvariant, global::System.TimeSpan.FromMilliseconds({limit}));");
        }
    }

    private void WriteMemberCheck(ObjectAnswer answer, AnswerMember member, string local)
    {
        bool isNested = member.HasGetter && IsChecked(member.Type);
        if (member.Rules is null && !isNested)
        {
            return;
        }

        string access = $"value.{CSharpLiteral.Identifier(member.Name)}";
        string instance = answer.TypeName == member.DeclaringTypeName ? access : $"(({member.DeclaringTypeName})value).{CSharpLiteral.Identifier(member.Name)}";
        string? pattern = member.Rules is { Pattern: not null } ? AnswerNames.Pattern(answer, member) : null;
        WriteValueCheck(_model.AnswerTypes[member.Type], member.Rules, isNested, CSharpLiteral.String(member.JsonName), instance, local, pattern);
    }

    /// <summary>Checks the value of a member of an answer, or of an argument of a function.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="rules">What is asked of it, if anything is.</param>
    /// <param name="isNested">Whether more is asked of what is inside.</param>
    /// <param name="name">Its name in JSON, as C#.</param>
    /// <param name="instance">The value, as C#.</param>
    /// <param name="local">A name for it that is free.</param>
    /// <param name="pattern">The field of the regular expression it has to match, if any.</param>
    /// <param name="qualifier">What stands before the checks of types.</param>
    private void WriteValueCheck(AnswerType type, AnswerRules? rules, bool isNested, string name, string instance, string local, string? pattern, string qualifier = "")
    {
        if (rules is { IsRequired: true } && (type is NullableAnswer || !type.IsValueType))
        {
            string missing = type is PrimitiveAnswer { Schema.Type: "string", TypeName: "string" } ? $"string.IsNullOrWhiteSpace({instance})" : $"{instance} is null";
            WriteViolation(missing, name, "must not be empty", instance);
        }

        if (rules is not null && RuleConditions.AreAny(rules))
        {
            AnswerType inner = type is NullableAnswer nullable ? _model.AnswerTypes[nullable.Underlying] : type;
            bool mayBeDefault = inner is ListAnswer { Kind: ListKind.ImmutableArray };
            bool mayBeMissing = type is NullableAnswer || !type.IsValueType || mayBeDefault;
            using (_writer.Block(mayBeMissing ? $"if ({instance} is {{ {(mayBeDefault ? "IsDefault: false " : "")}}} {local})" : ""))
            {
                if (!mayBeMissing)
                {
                    _writer.Line($"var {local} = {instance};");
                }

                WriteRuleChecks(inner, rules, name, local, pattern);
            }
        }

        if (isNested)
        {
            _writer.Line($"found.Enter({name});");
            _writer.Line($"{qualifier}{AnswerNames.Check(type)}({instance}{(type.IsValueType ? "" : "!")}, found);");
            _writer.Line("found.Leave();");
        }
    }

    private void WriteRuleChecks(AnswerType type, AnswerRules rules, string name, string local, string? pattern)
    {
        bool isText = type is PrimitiveAnswer;
        string length = isText ? local + ".Length" : ViolationsType + ".Count(" + local + ")";
        foreach (RuleCondition broken in RuleConditions.Get(rules, local, length, isText))
        {
            WriteViolation(broken.Text, name, broken.Rule, broken.Kind == RuleKind.Length && !isText ? length : local);
        }

        if (pattern is not null)
        {
            _writer.Line($"found.CheckPattern({name}, {local}, {pattern}, {CSharpLiteral.String(RuleConditions.GetPatternRule(rules))});");
        }
    }

    private void WriteViolation(string condition, string name, string rule, string value)
    {
        using (_writer.Block($"if ({condition})"))
        {
            _writer.Line($"found.Add({name}, {CSharpLiteral.String(rule)}, {value});");
        }
    }
}

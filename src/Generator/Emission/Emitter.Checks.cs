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
        const string Regex = "global::System.Text.RegularExpressions.Regex";
        foreach (AnswerMember member in answer.Members)
        {
            if (member.Rules is { Pattern: { } pattern } rules)
            {
                string limit = rules.PatternTimeout.ToString(CultureInfo.InvariantCulture);
                _writer.Line();
                _writer.Line($"private static readonly {Regex} {AnswerNames.Pattern(answer, member)} = new {Regex}(");
                using (_writer.Indent())
                {
                    _writer.Line($"{CSharpLiteral.String(pattern)}, global::System.Text.RegularExpressions.RegexOptions.CultureInvariant, global::System.TimeSpan.FromMilliseconds({limit}));");
                }
            }
        }
    }

    private void WriteMemberCheck(ObjectAnswer answer, AnswerMember member, string local)
    {
        bool isNested = member.HasGetter && IsChecked(member.Type);
        if (member.Rules is null && !isNested)
        {
            return;
        }

        AnswerType type = _model.AnswerTypes[member.Type];
        string name = CSharpLiteral.String(member.JsonName);
        string access = $"value.{CSharpLiteral.Identifier(member.Name)}";
        string instance = answer.TypeName == member.DeclaringTypeName ? access : $"(({member.DeclaringTypeName})value).{CSharpLiteral.Identifier(member.Name)}";
        if (member.Rules is { IsRequired: true } && (type is NullableAnswer || !type.IsValueType))
        {
            string missing = type is PrimitiveAnswer { Schema.Type: "string", TypeName: "string" } ? $"string.IsNullOrWhiteSpace({instance})" : $"{instance} is null";
            WriteViolation(missing, name, "must not be empty", instance);
        }

        if (member.Rules is { } rules && HasValueRules(rules))
        {
            bool mayBeNull = type is NullableAnswer || !type.IsValueType;
            using (_writer.Block(mayBeNull ? $"if ({instance} is {{ }} {local})" : ""))
            {
                if (!mayBeNull)
                {
                    _writer.Line($"var {local} = {instance};");
                }

                WriteRuleChecks(answer, member, type is NullableAnswer nullable ? _model.AnswerTypes[nullable.Underlying] : type, rules, local);
            }
        }

        if (isNested)
        {
            _writer.Line($"found.Enter({name});");
            _writer.Line($"{AnswerNames.Check(type)}({instance}{(type.IsValueType ? "" : "!")}, found);");
            _writer.Line("found.Leave();");
        }
    }

    private static bool HasValueRules(AnswerRules rules)
        => rules.Minimum is not null || rules.Maximum is not null || rules.MinLength is not null || rules.MaxLength is not null || rules.Pattern is not null || rules.Values.Count > 0;

    private void WriteRuleChecks(ObjectAnswer answer, AnswerMember member, AnswerType type, AnswerRules rules, string local)
    {
        string name = CSharpLiteral.String(member.JsonName);
        if (rules.Minimum is { } minimum)
        {
            string rule = minimum.IsExclusive ? "must be more than " : "must be at least ";
            WriteViolation($"{local} {(minimum.IsExclusive ? "<=" : "<")} {minimum.Literal}", name, rule + minimum.Json, local);
        }

        if (rules.Maximum is { } maximum)
        {
            string rule = maximum.IsExclusive ? "must be less than " : "must be at most ";
            WriteViolation($"{local} {(maximum.IsExclusive ? ">=" : ">")} {maximum.Literal}", name, rule + maximum.Json, local);
        }

        WriteLengthChecks(type, rules, name, local);
        if (rules.Values.Count > 0)
        {
            List<string> conditions = [];
            List<string> values = [];
            foreach (AllowedValue value in rules.Values)
            {
                conditions.Add(local + " != " + value.Literal);
                values.Add(value.Json);
            }

            WriteViolation(string.Join(" && ", conditions), name, "must be one of " + string.Join(", ", values), local);
        }

        if (rules.Pattern is { } pattern)
        {
            _writer.Line($"found.CheckPattern({name}, {local}, {AnswerNames.Pattern(answer, member)}, {CSharpLiteral.String("must match " + pattern)});");
        }
    }

    private void WriteLengthChecks(AnswerType type, AnswerRules rules, string name, string local)
    {
        bool isText = type is PrimitiveAnswer;
        string length = isText ? local + ".Length" : ViolationsType + ".Count(" + local + ")";
        string unit = isText ? " characters" : " elements";
        string shown = isText ? local : length;
        if (rules.MinLength is { } least)
        {
            string number = least.ToString(CultureInfo.InvariantCulture);
            WriteViolation($"{length} < {number}", name, "must have at least " + number + unit, shown);
        }

        if (rules.MaxLength is { } most)
        {
            string number = most.ToString(CultureInfo.InvariantCulture);
            WriteViolation($"{length} > {number}", name, "must have at most " + number + unit, shown);
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

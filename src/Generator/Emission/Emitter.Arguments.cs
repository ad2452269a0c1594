namespace GeminiGen.Generator.Emission;

/// <content>What is asked of the arguments of a contract's methods, before anything is sent.</content>
internal sealed partial class Emitter
{
    private const string ArgumentsPlumbing = Plumbing + "PromptArguments.";

    /// <summary>The fields of the regular expressions that arguments have to match. Parameters that are the same share one.</summary>
    private readonly Dictionary<PromptParameterModel, string> _argumentPatterns = [];

    private void WriteGuards(EquatableArray<PromptParameterModel> parameters, UniqueNames locals)
    {
        WriteNullChecks(parameters);
        foreach (PromptParameterModel parameter in parameters)
        {
            if (parameter.Rules is { } rules)
            {
                WriteRules(parameter, rules, locals);
            }
        }
    }

    private void WriteRules(PromptParameterModel parameter, PromptParameterRules rules, UniqueNames locals)
    {
        string argument = CSharpLiteral.Identifier(parameter.Name);
        List<(string Condition, string Fault)> faults = [];
        if (rules is { IsText: true, Rules.IsRequired: true })
        {
            faults.Add(($"string.IsNullOrWhiteSpace({argument})", GetFault(parameter, "Unfit", "must not be empty")));
        }

        bool mayBeMissing = parameter.IsNullable || rules.MayBeDefault;
        if (!mayBeMissing)
        {
            AddFaults(faults, parameter, rules, argument);
        }

        WriteFaults(faults);
        if (faults.Count > 0)
        {
            _writer.Line();
        }

        if (mayBeMissing && RuleConditions.AreAny(rules.Rules))
        {
            string local = CSharpLiteral.Identifier(locals.Get(parameter.Name + "Value"));
            faults.Clear();
            AddFaults(faults, parameter, rules, local);
            using (_writer.Block($"if ({argument} is {{ {(rules.MayBeDefault ? "IsDefault: false " : "")}}} {local})"))
            {
                WriteFaults(faults);
            }

            _writer.Line();
        }
    }

    private void AddFaults(List<(string Condition, string Fault)> faults, PromptParameterModel parameter, PromptParameterRules rules, string value)
    {
        string length = value + "." + rules.LengthMember;
        foreach (RuleCondition broken in RuleConditions.Get(rules.Rules, value, length, rules.IsText))
        {
            string fault = broken.Kind == RuleKind.Range ? "OutOfRange" : "Unfit";
            faults.Add((broken.Text, GetFault(parameter, fault, broken.Rule, broken.Kind == RuleKind.Length ? ", " + length : "")));
        }

        if (rules.Rules.Pattern is not null)
        {
            faults.Add(($"!{ArgumentsPlumbing}IsMatch({value}, {GetPattern(parameter)})", GetFault(parameter, "Unfit", RuleConditions.GetPatternRule(rules.Rules))));
        }
    }

    private static string GetFault(PromptParameterModel parameter, string fault, string rule, string length = "")
        => $"{ArgumentsPlumbing}{fault}({CSharpLiteral.String(parameter.Name)}, {CSharpLiteral.String(rule)}{length})";

    private void WriteFaults(List<(string Condition, string Fault)> faults)
    {
        for (int i = 0; i < faults.Count; i++)
        {
            if (i > 0)
            {
                _writer.Line();
            }

            using (_writer.Block($"if ({faults[i].Condition})"))
            {
                _writer.Line($"throw {faults[i].Fault};");
            }
        }
    }

    private string GetPattern(PromptParameterModel parameter)
    {
        if (!_argumentPatterns.TryGetValue(parameter, out string? name))
        {
            name = _members.Get(char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1) + "Pattern");
            _argumentPatterns.Add(parameter, name);
        }

        return name;
    }

    private void WriteArgumentPatterns()
    {
        foreach (KeyValuePair<PromptParameterModel, string> pattern in _argumentPatterns)
        {
            WritePattern(pattern.Value, pattern.Key.Rules!.Rules);
        }
    }
}

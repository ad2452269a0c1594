using System.Globalization;
using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Limits;
using GeminiGen.Analyzers.Requests;
using GeminiGen.Analyzers.Texts;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG3006: a setting outside of what the API, the model or the client accepts.</summary>
internal static class SettingOutOfRangeRule
{
    /// <summary>Checks one setting of an attribute.</summary>
    /// <returns>Whether it is out of range.</returns>
    public static bool Check(AttributeSetting setting, Action<Diagnostic> report)
        => Report(setting, ExpectedOfAll(setting) ?? ExpectedOf(setting, setting.Model), report);

    /// <summary>Checks a setting whose value is checked elsewhere for what no model takes.</summary>
    /// <returns>Whether it is out of range.</returns>
    public static bool CheckForModel(Setting setting, Action<Diagnostic> report)
        => ExpectedOf(setting, model: null) is not null || Report(setting, ExpectedOf(setting, setting.Model), report);

    /// <summary>Checks a setting of a request that code spells out.</summary>
    /// <returns>Whether it is out of range.</returns>
    public static bool Check(RequestSetting setting, Action<Diagnostic> report)
        => Report(setting, ExpectedOfRequest(setting) ?? ExpectedOf(setting, setting.Model), report);

    /// <summary>Checks the names and the number of functions that a request declares, and the types of its media.</summary>
    public static void CheckParts(RequestValue body, Action<Diagnostic> report)
    {
        foreach ((string? name, RequestValue value) in body.Descend())
        {
            if (WireName.Is(name, "functiondeclarations") && !value.IsObject && value.Items.Count > 0)
            {
                CheckFunctions(value, report);
            }
            else if (WireName.Is(name, "inlinedata") && value.Find("mimetype") is { Constant: string type } at && ExpectedMediaType(type) is { } range)
            {
                report(Create(at.Location, "mimeType", type, range));
            }
        }
    }

    private static void CheckFunctions(RequestValue declarations, Action<Diagnostic> report)
    {
        if (declarations.Items.Count > ApiLimits.MaxFunctions)
        {
            report(Create(declarations.Location, "functionDeclarations", declarations.Items.Count.ToString(CultureInfo.InvariantCulture), string.Format(CultureInfo.InvariantCulture, "at most {0} functions", ApiLimits.MaxFunctions)));
        }

        foreach (RequestValue declaration in declarations.Items)
        {
            if (declaration.Find("name") is { Constant: string name } at && !ToolNames.IsValid(name))
            {
                report(Create(at.Location, "name", name, "a letter or underscore and then letters, digits and '_ . : -', 64 in all"));
            }
        }
    }

    private const string DocumentTypes = "application/pdf or text/plain";

    // Types that many files have and the API does not document; any other may be taken.
    private static string? ExpectedMediaType(string type) => type switch
    {
        "image/gif" or "image/svg+xml" or "image/bmp" or "image/tiff" => "image/png, image/jpeg, image/webp, image/heic or image/heif",
        "application/msword" or "application/vnd.ms-excel" or "application/vnd.ms-powerpoint" => DocumentTypes,
        _ when type.StartsWith("application/vnd.openxmlformats-officedocument.", StringComparison.Ordinal) => DocumentTypes,
        _ when type.IndexOf('/') <= 0 => "a type such as image/png",
        _ => null,
    };

    private static string? ExpectedOfRequest(RequestSetting setting) => setting.Name switch
    {
        WellKnownNames.TopP => SettingRanges.ForTopP(setting.Number),
        WellKnownNames.TopK or WellKnownNames.MaxOutputTokens => SettingRanges.ForCount(setting.Integer),
        "CandidateCount" => SettingRanges.ForCandidates(setting.Integer),
        "Logprobs" => SettingRanges.ForLogprobs(setting.Integer),
        "ResponseMimeType" => SettingRanges.ForResponseType(setting.Value.Constant as string),
        WellKnownNames.StopSequences => SettingRanges.ForStopSequences(setting.Texts),
        _ => null,
    };

    /// <summary>Checks the two values of a safety setting.</summary>
    public static void CheckSafety(AttributeData attribute, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not { } syntax)
        {
            return;
        }

        foreach (TypedConstant value in attribute.ConstructorArguments)
        {
            if (value is { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type } && AttributeSetting.MemberOf(value) is null)
            {
                report(Create(syntax.GetLocation(), type.Name, AttributeSetting.DisplayOf(value), "a member of " + type.Name));
            }
        }
    }

    /// <summary>Checks a number of attempts set in the client's options.</summary>
    public static void CheckAttempts(IOperation value, Action<Diagnostic> report)
    {
        if (value.ConstantValue is { HasValue: true, Value: int attempts } && ExpectedAttempts(attempts) is { } range)
        {
            string nearest = NearestValue.Clamp(attempts, 1, ApiLimits.MaxAttempts);
            report(Diagnostic.Create(Descriptors.SettingOutOfRange, value.Syntax.GetLocation(), ReplacementProperties.Of(nearest), WellKnownNames.MaxAttempts, attempts.ToString(CultureInfo.InvariantCulture), new ReasonText(range)));
        }
    }

    /// <summary>Checks a time limit set in the client's options.</summary>
    public static void CheckTimeLimit(string name, IOperation value, Action<Diagnostic> report)
    {
        if (ConstantTimeSpan.IsZeroOrNegative(value) || ConstantTimeSpan.SecondsOf(value) > ApiLimits.MaxTimeoutSeconds)
        {
            string range = string.Format(CultureInfo.InvariantCulture, "more than zero and at most {0} days, or Timeout.InfiniteTimeSpan", ApiLimits.MaxTimeoutDays);
            report(Create(value.Syntax.GetLocation(), name, value.Syntax.ToString(), range));
        }
    }

    // Null when the value is in range, or when nothing is known about it.
    private static string? ExpectedOfAll(AttributeSetting setting) => setting.Name switch
    {
        WellKnownNames.TopP => SettingRanges.ForTopP(setting.Number),
        WellKnownNames.TopK or WellKnownNames.MaxOutputTokens => SettingRanges.ForCount(setting.Integer),
        WellKnownNames.StopSequences => ExpectedStopSequences(setting.Value),
        WellKnownNames.MaxAttempts when setting.Attribute == WellKnownNames.RepairAttribute => ExpectedRepairs(setting.Integer),
        WellKnownNames.MaxAttempts => ExpectedAttempts(setting.Integer),
        WellKnownNames.OutputDimensionality => setting.Integer is < ApiLimits.MinDimensions or > ApiLimits.MaxDimensions
            ? string.Format(CultureInfo.InvariantCulture, "from {0} to {1}", ApiLimits.MinDimensions, ApiLimits.MaxDimensions)
            : null,
        WellKnownNames.TaskType or WellKnownNames.Thinking => ExpectedMember(setting),
        WellKnownNames.Seconds => ExpectedSeconds(setting.Number),
        _ => null,
    };

    // What differs by model; without one, what holds for all.
    private static string? ExpectedOf(Setting setting, CatalogModel? model) => setting.Name switch
    {
        WellKnownNames.Temperature => SettingRanges.ForTemperature(setting.Number, model?.MaxTemperature),
        WellKnownNames.ThinkingBudget => SettingRanges.ForThinkingBudget(setting.Integer, BudgetOf(model?.Thinking)),
        WellKnownNames.Thinking => ExpectedLevel(setting, model),
        _ => null,
    };

    private static string? ExpectedStopSequences(TypedConstant value)
        => value.Kind != TypedConstantKind.Array || value.IsNull ? null : SettingRanges.ForStopSequences([.. value.Values.Select(static text => text.Value as string)]);

    private static BudgetRange? BudgetOf(CatalogThinking? thinking)
        => thinking is { Kind: CatalogThinkingKind.Budget, Min: { } minimum, Max: { } maximum } ? new BudgetRange(minimum, maximum, thinking.CanDisable, thinking.Dynamic) : null;

    // The negated form also catches NaN.
    private static string? ExpectedSeconds(double? value)
        => value is { } seconds && !(seconds > 0 && seconds <= ApiLimits.MaxTimeoutSeconds)
            ? string.Format(CultureInfo.InvariantCulture, "more than 0 and at most {0} ({1} days)", ApiLimits.MaxTimeoutSeconds, ApiLimits.MaxTimeoutDays)
            : null;

    private static string? ExpectedAttempts(int? attempts)
        => attempts is < 1 or > ApiLimits.MaxAttempts ? string.Format(CultureInfo.InvariantCulture, "from 1 to {0}", ApiLimits.MaxAttempts) : null;

    private static string? ExpectedRepairs(int? repairs)
        => repairs is < 0 or > ApiLimits.MaxRepairs ? string.Format(CultureInfo.InvariantCulture, "from 0 to {0}", ApiLimits.MaxRepairs) : null;

    private static string? ExpectedLevel(Setting setting, CatalogModel? model)
        => model?.Thinking is { Kind: CatalogThinkingKind.Level } thinking && setting.Member is { } level ? SettingRanges.ForThinkingLevel(level, thinking.Levels) : null;

    private static string? ExpectedMember(AttributeSetting setting)
        => setting is { Value: { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type }, Member: null } ? "a member of " + type.Name : null;

    private static bool Report(Setting setting, string? range, Action<Diagnostic> report)
    {
        if (range is not null)
        {
            report(Diagnostic.Create(Descriptors.SettingOutOfRange, setting.Location, ReplacementProperties.Of(NearestValue.Of(setting)), setting.Name, setting.Display, new ReasonText(range)));
        }

        return range is not null;
    }

    private static Diagnostic Create(Location location, string name, string value, string range)
        => Diagnostic.Create(Descriptors.SettingOutOfRange, location, name, value, new ReasonText(range));
}

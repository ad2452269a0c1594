using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Keys;
using GeminiGen.Analyzers.Options;
using GeminiGen.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG1004: a key stands in a settings file; GG1005 where nothing says for which product of Google it is. Looks at the values of one file.</summary>
internal sealed class KeyInSettingsFileRule
{
    private const string RequestSeparator = "###";

    private readonly string _path;
    private readonly SettingsFormat _format;
    private readonly SourceText _source;
    private readonly string _text;
    private readonly AnalyzerConfigOptions _options;
    private readonly Action<Diagnostic> _report;
    private readonly Dictionary<KeyFamily, KeySign> _fileSigns = [];
    private readonly bool _isPublic;

    private KeyInSettingsFileRule(string path, SettingsFormat format, SourceText source, AnalyzerConfigOptions options, Action<Diagnostic> report)
    {
        _path = path;
        _format = format;
        _source = source;
        _text = source.ToString(new TextSpan(0, Math.Min(source.Length, SettingsFile.MaxLength)));
        _isPublic = path.Replace('\\', '/').IndexOf("/wwwroot/", StringComparison.OrdinalIgnoreCase) >= 0;
        _options = options;
        _report = report;
    }

    /// <summary>Reports every key in a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="source">Its text.</param>
    /// <param name="options">The options of the file.</param>
    /// <param name="report">Takes the findings.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static void Check(string path, SettingsFormat format, SourceText source, AnalyzerConfigOptions options, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var rule = new KeyInSettingsFileRule(path, format, source, options, report);
        SettingsFile.CreateReader(format, rule._text, rule.Visit, cancellationToken).Read();
    }

    private void Visit(DecodedText value, SettingPath path)
    {
        bool isKey = false;
        for (int start = 0; KeyShapes.TryFind(value.Text, start, out KeyMatch match); start = match.End)
        {
            isKey = true;
            TextSpan span = value.Locate(match.Start, match.Length);
            if (!RuleOptions.IsTestKey(_options, value.Text.Substring(match.Start, match.Length)))
            {
                Tell(match, value.Text, span, path);
            }
        }

        if (!isKey && FindHidden(value, path) is { } hidden)
        {
            isKey = true;
            Report(value.Locate(hidden.Start, hidden.Length), path, hidden);
        }

        if (!isKey && FindUnprefixed(value, path) is { } opaque)
        {
            Report(Descriptors.UnprefixedKeyInSettingsFile, value.Locate(opaque.Start, opaque.Length), SettingName.Of(path, _format), Path.GetFileName(_path), opaque.Length);
        }
    }

    private TextSpan? FindUnprefixed(DecodedText value, SettingPath path)
        => UnprefixedKeys.Find(value.Text, path)
            ?? (_format == SettingsFormat.Http && path.Depth == 1 && path[0].Length > 0 ? UnprefixedKeys.FindInHeader(value.Text, path[0], RequestAt(value.Locate(0, 1).Start)) : null);

    private void Tell(KeyMatch match, string value, TextSpan span, SettingPath path)
    {
        KeySign sign = match.Family.IsStrong ? KeySign.Model : SignOf(match.Family, value, span.Start, path);
        if (sign == KeySign.Model)
        {
            Report(span, path, match);
        }
        else if (sign == KeySign.None && match.Family == KeyFamilies.Standard && !IsOfOtherProduct())
        {
            _report(Diagnostic.Create(Descriptors.UnknownGoogleKeyInSettingsFile, LocationOf(span), Path.GetFileName(_path), match.Family.Name, match.KeyLength, match.Family.Prefix));
        }
    }

    // The private key of a service account, and what a Secret of Kubernetes holds, which is base64.
    private KeyMatch? FindHidden(DecodedText value, SettingPath path)
    {
        if (PrivateKeys.TryFind(value.Text, out KeyMatch match))
        {
            return PrivateKeys.IsOfServiceAccount(value.Text) || PrivateKeys.IsOfServiceAccount(_text) ? match : null;
        }

        bool isSecret = _format == SettingsFormat.Yaml && path.Depth == 2 && path[0] == "data" && _text.IndexOf("kind: Secret", StringComparison.Ordinal) >= 0;
        bool isKey = isSecret && KeyReadings.TryDecode(value.Text, out match, out _);
        return isKey && (match.Family.IsStrong || SignOf(match.Family, value.Text, value.Locate(0, 1).Start, path) == KeySign.Model) ? match : null;
    }

    // The value itself decides, then the names around it, nearest first, then the request or the file.
    private KeySign SignOf(KeyFamily family, string value, int position, SettingPath path)
    {
        KeySign sign = KeySigns.Judge(family, value);
        for (int level = path.Depth - 1; sign == KeySign.None && level >= 0; level--)
        {
            sign = KeySigns.JudgeSetting(family, path[level]);
        }

        return sign != KeySign.None ? sign
            : _format == SettingsFormat.Http && KeySigns.JudgeFile(family, RequestAt(position)) is var ofRequest and not KeySign.None ? ofRequest
            : SignOfFile(family);
    }

    // One of several requests of a file.
    private string RequestAt(int position)
    {
        int start = Math.Max(_text.LastIndexOf(RequestSeparator, position, StringComparison.Ordinal), 0);
        int end = _text.IndexOf(RequestSeparator, position, StringComparison.Ordinal);
        return _text.Substring(start, (end < 0 ? _text.Length : end) - start);
    }

    private KeySign SignOfFile(KeyFamily family)
    {
        if (!_fileSigns.TryGetValue(family, out KeySign sign))
        {
            _fileSigns[family] = sign = KeySigns.JudgeFile(family, _text);
        }

        return sign;
    }

    // What is not known to be Gemini's is told only where nothing in the file speaks of a product whose keys are often public.
    private bool IsOfOtherProduct() => KeySigns.In(_text) == KeySign.Other || KeySigns.In(Path.GetFileName(_path)) == KeySign.Other;

    // Names and places, family and length, and the prefix. The rest of a key appears nowhere.
    private void Report(TextSpan span, SettingPath path, KeyMatch match)
    {
        string name = SettingName.Of(path, _format);
        bool isNamed = name.Length > 0;
        Report(
            isNamed ? Descriptors.KeyInSettingsFile : Descriptors.NamelessKeyInSettingsFile,
            span,
            isNamed ? name : match.Family.Configuration,
            Path.GetFileName(_path),
            match.Family.Name,
            match.KeyLength,
            match.Family.Prefix);
    }

    private void Report(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments)
    {
        Location location = LocationOf(span);
        _report(Diagnostic.Create(descriptor, location, arguments));

        // Whatever lies there is sent to anyone who asks, in an app for browsers with its configuration.
        if (_isPublic)
        {
            _report(Diagnostic.Create(Descriptors.KeyInPublicFile, location, Path.GetFileName(_path)));
        }
    }

    private Location LocationOf(TextSpan span) => Location.Create(_path, span, _source.Lines.GetLinePositionSpan(span));
}

using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Keys;
using GeminiGen.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG1004: a key stands in a settings file. Looks at the values of one file.</summary>
internal sealed class KeyInSettingsFileRule
{
    private readonly string _path;
    private readonly SettingsFormat _format;
    private readonly SourceText _source;
    private readonly string _text;
    private readonly Action<Diagnostic> _report;
    private readonly Dictionary<KeyFamily, bool> _fileSigns = [];
    private readonly bool _isPublic;

    private KeyInSettingsFileRule(string path, SettingsFormat format, SourceText source, Action<Diagnostic> report)
    {
        _path = path;
        _format = format;
        _source = source;
        _text = source.ToString(new TextSpan(0, Math.Min(source.Length, SettingsFile.MaxLength)));
        _isPublic = path.Replace('\\', '/').IndexOf("/wwwroot/", StringComparison.OrdinalIgnoreCase) >= 0;
        _report = report;
    }

    /// <summary>Reports every key in a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="source">Its text.</param>
    /// <param name="report">Takes the findings.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static void Check(string path, SettingsFormat format, SourceText source, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var rule = new KeyInSettingsFileRule(path, format, source, report);
        SettingsFile.CreateReader(format, rule._text, rule.Visit, cancellationToken).Read();
    }

    private void Visit(DecodedText value, SettingPath path)
    {
        bool isKey = false;
        for (int start = 0; KeyShapes.TryFind(value.Text, start, out KeyMatch match); start = match.End)
        {
            isKey = true;
            if (match.Family.IsStrong || IsMeant(match.Family, value.Text, path))
            {
                Report(value.Locate(match.Start, match.Length), path, match);
            }
        }

        if (!isKey && FindHidden(value.Text, path) is { } hidden)
        {
            isKey = true;
            Report(value.Locate(hidden.Start, hidden.Length), path, hidden);
        }

        if (!isKey && UnprefixedKeys.Is(value.Text, path))
        {
            int length = value.Text.Length;
            Report(Descriptors.UnprefixedKeyInSettingsFile, value.Locate(0, length), SettingName.Of(path, _format), Path.GetFileName(_path), length);
        }
    }

    // The private key of a service account, and what a Secret of Kubernetes holds, which is base64.
    private KeyMatch? FindHidden(string value, SettingPath path)
    {
        if (PrivateKeys.TryFind(value, out KeyMatch match))
        {
            return PrivateKeys.IsOfServiceAccount(value) || PrivateKeys.IsOfServiceAccount(_text) ? match : null;
        }

        bool isSecret = _format == SettingsFormat.Yaml && path.Depth == 2 && path[0] == "data" && _text.IndexOf("kind: Secret", StringComparison.Ordinal) >= 0;
        return isSecret && KeyReadings.TryDecode(value, out match, out _) && (match.Family.IsStrong || IsMeant(match.Family, value, path)) ? match : null;
    }

    // The value itself decides, then the names around it, nearest first, then the file.
    private bool IsMeant(KeyFamily family, string value, SettingPath path)
    {
        KeySign sign = KeySigns.Judge(family, value);
        for (int level = path.Depth - 1; sign == KeySign.None && level >= 0; level--)
        {
            sign = KeySigns.Judge(family, path[level]);
        }

        return sign == KeySign.Model || (sign == KeySign.None && IsFileMeant(family));
    }

    private bool IsFileMeant(KeyFamily family)
    {
        if (!_fileSigns.TryGetValue(family, out bool isMeant))
        {
            _fileSigns[family] = isMeant = KeySigns.AreIn(family, _text);
        }

        return isMeant;
    }

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
        Location location = Location.Create(_path, span, _source.Lines.GetLinePositionSpan(span));
        _report(Diagnostic.Create(descriptor, location, arguments));

        // Whatever lies there is sent to anyone who asks, in an app for browsers with its configuration.
        if (_isPublic)
        {
            _report(Diagnostic.Create(Descriptors.KeyInPublicFile, location, Path.GetFileName(_path)));
        }
    }
}

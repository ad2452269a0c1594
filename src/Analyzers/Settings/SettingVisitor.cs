namespace GeminiGen.Analyzers.Settings;

/// <summary>Looks at one value of a settings file.</summary>
/// <param name="value">The value, decoded.</param>
/// <param name="path">The names that lead to it, as they are now.</param>
internal delegate void SettingVisitor(DecodedText value, SettingPath path);

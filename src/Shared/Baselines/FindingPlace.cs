namespace GeminiGen.Shared.Baselines;

/// <summary>Where a finding stands, counted from 0.</summary>
/// <param name="StartLine">The line of its first character.</param>
/// <param name="StartColumn">The column of its first character.</param>
/// <param name="EndLine">The line of the character behind it.</param>
/// <param name="EndColumn">The column of the character behind it.</param>
internal readonly record struct FindingPlace(int StartLine, int StartColumn, int EndLine, int EndColumn);

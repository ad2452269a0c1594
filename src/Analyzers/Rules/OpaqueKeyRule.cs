using System.Collections.Immutable;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG1003: a random constant without a prefix of its own goes where only the key of a model goes; GG1007 where it stands in for one that is missing.</summary>
internal static class OpaqueKeyRule
{
    /// <summary>Visits a literal that holds no key by its shape.</summary>
    public static void Check(KeyFile file, LiteralExpressionSyntax literal)
    {
        string text = literal.Token.ValueText;
        string value = text.StartsWith("Bearer ", StringComparison.Ordinal) ? text.Substring("Bearer ".Length) : text;
        bool isOpaque = OpaqueText.IsKey(value);
        if (!isOpaque && !OpaqueText.IsHexKey(value))
        {
            return;
        }

        var sinks = new KeySinks(file.SemanticModel, file.CancellationToken);
        if (sinks.Find(literal) is { } sink && (isOpaque || sink.TakesHex))
        {
            if (FallbackPositions.IsIn(TextHosts.Outermost(literal)))
            {
                file.ReportDiagnostic(FallbackKeyRule.Create(value.Length, sink, literal.GetLocation()));
                return;
            }

            ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add(KeyProperties.Provider, sink.Provider);
            file.ReportDiagnostic(Diagnostic.Create(Descriptors.OpaqueKey, literal.GetLocation(), properties, value.Length, sink.Name));
        }
    }
}

using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Keys;

/// <summary>Which files speak of models. Each is read once, whatever asks: its characters first, its syntax only where a word of a provider is among them.</summary>
internal static class ModelFiles
{
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> Spoken = new();
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> Named = new();

    /// <summary>True when a word of a provider, a library or a host of models is among the characters of a file, wherever it stands.</summary>
    public static bool MaySpeak(SyntaxTree file, CancellationToken cancellationToken)
    {
        if (!Spoken.TryGetValue(file, out StrongBox<bool>? isSpoken))
        {
            bool isFound = ModelWords.AreIn(file.GetText(cancellationToken).ToString());
            isSpoken = Spoken.GetValue(file, _ => new StrongBox<bool>(isFound));
        }

        return isSpoken.Value;
    }

    /// <summary>True when a name or a text of the file has the word of a provider in it.</summary>
    public static bool Contains(SyntaxTree file, CancellationToken cancellationToken)
    {
        if (!Named.TryGetValue(file, out StrongBox<bool>? isNamed))
        {
            bool isFound = MaySpeak(file, cancellationToken) && KeySigns.IsModelFile(file.GetRoot(cancellationToken), cancellationToken);
            isNamed = Named.GetValue(file, _ => new StrongBox<bool>(isFound));
        }

        return isNamed.Value;
    }
}

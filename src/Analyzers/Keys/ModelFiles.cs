using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Keys;

/// <summary>Which files speak of models. Each is read once, whatever asks: its characters first, its syntax only where a word of a provider is among them.</summary>
internal static class ModelFiles
{
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<ModelMention>> Mentions = new();
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> Named = new();

    /// <summary>What the characters of a file say of models, wherever they stand.</summary>
    public static ModelMention MentionIn(SyntaxTree file, CancellationToken cancellationToken)
    {
        if (!Mentions.TryGetValue(file, out StrongBox<ModelMention>? mention))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ModelMention found = ModelWords.In(file.GetText(cancellationToken).ToString());
            mention = Mentions.GetValue(file, _ => new StrongBox<ModelMention>(found));
        }

        return mention.Value;
    }

    /// <summary>True when one of the files of a project names an API, a host or a library of models; who uses ours names it somewhere.</summary>
    public static bool AreIn(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree file in compilation.SyntaxTrees)
        {
            if (MentionIn(file, cancellationToken) == ModelMention.Model)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a name or a text of the file has the word of a provider in it.</summary>
    public static bool Contains(SyntaxTree file, CancellationToken cancellationToken)
    {
        if (!Named.TryGetValue(file, out StrongBox<bool>? isNamed))
        {
            bool isFound = MentionIn(file, cancellationToken) > ModelMention.None && KeySigns.IsModelFile(file.GetRoot(cancellationToken), cancellationToken);
            isNamed = Named.GetValue(file, _ => new StrongBox<bool>(isFound));
        }

        return isNamed.Value;
    }
}

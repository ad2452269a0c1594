namespace GeminiGen.Generator.Emission;

/// <summary>Lets generated code use what its author uses.</summary>
internal static class MarkedUsesPragma
{
    /// <summary>The line that switches off what the compiler says of marked declarations.</summary>
    /// <param name="ids">The ids that their marks give, beside those of the compiler itself.</param>
    /// <param name="owner">What names the declarations.</param>
    public static string Create(EquatableArray<string> ids, string owner)
    {
        string all = string.Join(", ", ["CS0612", "CS0618", .. ids]);
        return ids.Count == 0
            ? $"#pragma warning disable {all} // What {owner} names is used, obsolete or not; its author has been told there."
            : $"#pragma warning disable {all} // What {owner} names is used, obsolete or experimental or not; its author has been told there.";
    }
}

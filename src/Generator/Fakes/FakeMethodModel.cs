namespace GeminiGen.Generator.Fakes;

/// <summary>A method of a contract that is faked.</summary>
/// <param name="Name">Its name, unescaped.</param>
/// <param name="ReturnTypeName">The return type as declared.</param>
/// <param name="ExplicitInterface">The interface to implement explicitly, or null for a public method.</param>
/// <param name="Parameters">The parameters in order.</param>
/// <param name="Shape">What it hands back.</param>
/// <param name="IsValueTask">Whether its task is a <c>ValueTask</c>.</param>
/// <param name="AnswerTypeName">The type of the answer, or of an item of a stream.</param>
/// <param name="FakeName">What its generated members are called after: <c>On…</c> and <c>…Calls</c>.</param>
/// <param name="HasPrompt">Whether the contract's class has a method that shows its prompt.</param>
internal sealed record FakeMethodModel(
    string Name,
    string ReturnTypeName,
    string? ExplicitInterface,
    EquatableArray<PromptParameterModel> Parameters,
    FakeShape Shape,
    bool IsValueTask,
    string AnswerTypeName,
    string FakeName,
    bool HasPrompt)
{
    /// <summary>Tells the method from all others of its contract.</summary>
    public string Key => (ExplicitInterface is null ? "" : ExplicitInterface + ".") + SignatureOf(Name, Parameters);

    /// <summary>Name and types, as one text.</summary>
    public static string SignatureOf(string name, EquatableArray<PromptParameterModel> parameters)
    {
        string types = "";
        foreach (PromptParameterModel parameter in parameters)
        {
            types += (types.Length > 0 ? ", " : "") + parameter.TypeName;
        }

        return name + "(" + types + ")";
    }
}

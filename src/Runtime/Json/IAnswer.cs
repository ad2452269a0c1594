namespace GeminiGen;

/// <summary>Makes a method's result of a response. A struct, so that attempts are specialised for it.</summary>
/// <typeparam name="TResult">The method's result.</typeparam>
internal interface IAnswer<TResult>
{
    /// <summary>Reads a response's body.</summary>
    /// <exception cref="GeminiException">The body holds an error, or no whole answer where one is required.</exception>
    TResult Read(ReadOnlySpan<byte> body, in AnswerContext context);
}

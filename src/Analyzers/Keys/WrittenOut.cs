using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>Where programs write for people: loggers, consoles, debuggers and the texts of exceptions, by spelling.</summary>
internal static class WrittenOut
{
    /// <summary>True for a call that writes its arguments out.</summary>
    public static bool IsSink(InvocationExpressionSyntax call)
        => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } method, Expression: { } receiver } && method switch
        {
            "Write" or "WriteLine" or "WriteLineAsync" or "WriteAsync" or "Print" => IsConsole(NameOf(receiver)),
            "WriteLineIf" or "WriteIf" or "TraceInformation" or "TraceWarning" or "TraceError" => NameOf(receiver) is "Debug" or "Trace",
            "MarkupLine" or "MarkupLineInterpolated" => NameOf(receiver) is "AnsiConsole",
            "Log" or "LogTrace" or "LogDebug" or "LogInformation" or "LogWarning" or "LogError" or "LogCritical" => true,
            "Verbose" or "Debug" or "Information" or "Info" or "Warning" or "Warn" or "Error" or "Fatal" => IsLogger(NameOf(receiver)),
            _ => false,
        };

    /// <summary>True for the creation of an exception.</summary>
    public static bool IsException(BaseObjectCreationExpressionSyntax creation)
        => creation is ObjectCreationExpressionSyntax named && named.Type.ToString().EndsWith("Exception", StringComparison.Ordinal);

    /// <summary>True for an exception that the project declares.</summary>
    public static bool IsException(TypeDeclarationSyntax type) => type.Identifier.ValueText.EndsWith("Exception", StringComparison.Ordinal);

    private static bool IsConsole(string name) => name is "Console" or "Debug" or "Trace" or "Out" or "Error" or "AnsiConsole";

    private static bool IsLogger(string name) => name.EndsWith("log", StringComparison.OrdinalIgnoreCase) || name.EndsWith("logger", StringComparison.OrdinalIgnoreCase);

    private static string NameOf(ExpressionSyntax receiver) => receiver switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => "",
    };
}

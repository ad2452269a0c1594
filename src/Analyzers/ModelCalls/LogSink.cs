using GeminiGen.Analyzers.Limits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>A call that writes to a log at a level that is kept: Information or above.</summary>
/// <param name="Call">The call.</param>
/// <param name="Level">The level, as the library calls it.</param>
internal readonly record struct LogSink(IInvocationOperation Call, string Level)
{
    private static readonly Dictionary<string, string> Levels = new(StringComparer.Ordinal)
    {
        // Microsoft.Extensions.Logging
        ["LogInformation"] = "Information",
        ["LogWarning"] = "Warning",
        ["LogError"] = "Error",
        ["LogCritical"] = "Critical",
        // Serilog
        ["Information"] = "Information",
        ["Warning"] = "Warning",
        ["Error"] = "Error",
        ["Fatal"] = "Fatal",
        // NLog and log4net
        ["Info"] = "Info",
        ["Warn"] = "Warn",
        ["InfoFormat"] = "Info",
        ["WarnFormat"] = "Warn",
        ["ErrorFormat"] = "Error",
        ["FatalFormat"] = "Fatal",
    };

    /// <summary>The values it is given: those of a message template one by one.</summary>
    public IEnumerable<IOperation> Values
    {
        get
        {
            foreach (IArgumentOperation argument in Call.Arguments)
            {
                if (argument.Value is IArrayCreationOperation { Initializer: { } items } && argument.ArgumentKind == ArgumentKind.ParamArray)
                {
                    foreach (IOperation item in items.ElementValues)
                    {
                        yield return item;
                    }
                }
                else
                {
                    yield return argument.Value;
                }
            }
        }
    }

    /// <summary>The types whose methods write to a log.</summary>
    public static IReadOnlyList<string> TypeNames { get; } =
    [
        "Microsoft.Extensions.Logging.LoggerExtensions", "Serilog.ILogger", "Serilog.Log", "NLog.Logger", "NLog.ILogger", "NLog.ILoggerBase", "log4net.ILog",
    ];

    /// <summary>The methods that do.</summary>
    public static IReadOnlyCollection<string> MethodNames { get; } = [.. Levels.Keys, "Log", "Write"];

    /// <summary>Reads a call of one of <see cref="MethodNames"/>; null when its level is lower.</summary>
    public static LogSink? Read(IInvocationOperation call)
        => (call.TargetMethod.Name is "Log" or "Write" ? LevelOfArgument(call) : Levels[call.TargetMethod.Name]) is { } level ? new LogSink(call, level) : null;

    /// <summary>Reads a call of a method with <c>[LoggerMessage(Level = LogLevel.Information, …)]</c>; null for every other.</summary>
    public static LogSink? ReadPartial(IInvocationOperation call)
    {
        foreach (AttributeData attribute in call.TargetMethod.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "LoggerMessageAttribute" && LevelOf(attribute) is { } level)
            {
                return new LogSink(call, level);
            }
        }

        return null;
    }

    private static string? LevelOf(AttributeData attribute)
    {
        foreach (TypedConstant value in attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(static argument => argument.Value)))
        {
            if (value is { Type.Name: "LogLevel", Kind: TypedConstantKind.Enum } && AttributeSetting.MemberOf(value) is "Information" or "Warning" or "Error" or "Critical")
            {
                return AttributeSetting.MemberOf(value);
            }
        }

        return null;
    }

    // logger.Log(LogLevel.Warning, …), Log.Write(LogEventLevel.Information, …)
    private static string? LevelOfArgument(IInvocationOperation call)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Value is IFieldReferenceOperation { Field: { ContainingType.Name: "LogLevel" or "LogEventLevel" } level })
            {
                return level.Name is "Trace" or "Debug" or "Verbose" or "None" or "Off" ? null : level.Name;
            }
        }

        return null;
    }
}

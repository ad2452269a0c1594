using System.CommandLine;
using GeminiGen.Cli;

Command locks = LockCommand.Create();
ParseResult arguments = new RootCommand("The command line of GeminiGen.") { BaselineCommand.Create(), EmulateCommand.Create(), locks }.Parse(args);
int code = await arguments.InvokeAsync();

// A misspelt option is no difference.
return arguments.CommandResult.Command == locks && arguments.Errors.Count > 0 ? LockCommand.CannotTell : code;
